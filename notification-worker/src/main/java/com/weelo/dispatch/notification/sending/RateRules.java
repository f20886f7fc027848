package com.weelo.dispatch.notification.sending;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much is sent at most. FCM publishes 600,000 a minute for a project, and 240 a minute and
 * 5,000 an hour for a device; what is sent here stays below.
 *
 * @param perMinute on the whole channel, by all instances together
 * @param instances how many share it
 * @param perAddressAndMinute to one address
 * @param perAddressAndHour to one address. During a rebalance two instances may send to it, each so
 *     much; hence no more than half of what is allowed
 */
public record RateRules(
    @DefaultValue("480000") @Min(1) long perMinute,
    @DefaultValue("1") @Min(1) int instances,
    @DefaultValue("120") @Min(1) long perAddressAndMinute,
    @DefaultValue("2500") @Min(1) long perAddressAndHour) {}
