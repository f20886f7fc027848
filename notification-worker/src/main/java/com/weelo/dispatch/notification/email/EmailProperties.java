package com.weelo.dispatch.notification.email;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What e-mails look like. The way to the server is {@code spring.mail.*}; without {@code
 * spring.mail.host} no e-mails are sent at all.
 *
 * @param from whom they come from
 */
@ConfigurationProperties("dispatch.email")
public record EmailProperties(@DefaultValue("Weelo <no-reply@weelo.example>") String from) {}
