package com.weelo.dispatch.notification.people;

import java.time.ZoneId;
import java.util.Locale;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What holds for people who have told nothing of themselves.
 *
 * @param locale their language
 * @param timeZone where it is what time
 */
@ConfigurationProperties("dispatch.people")
public record PeopleProperties(
    @DefaultValue("en") Locale locale, @DefaultValue("Asia/Kolkata") ZoneId timeZone) {}
