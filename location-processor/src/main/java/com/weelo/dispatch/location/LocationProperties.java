package com.weelo.dispatch.location;

import com.weelo.dispatch.location.cleaning.CleaningRules;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How positions are taken in and kept.
 *
 * @param consumers threads that read the location topics, in each instance
 * @param retention how long history is kept, in whole days
 * @param cleaning which fixes are believed
 */
@Validated
@ConfigurationProperties("dispatch.location")
public record LocationProperties(
    @Positive @DefaultValue("4") int consumers,
    @DefaultValue("30d") Duration retention,
    @Valid @DefaultValue CleaningRules cleaning) {}
