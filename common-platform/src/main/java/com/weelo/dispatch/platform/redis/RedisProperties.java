package com.weelo.dispatch.platform.redis;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long Redis is waited for, and how long its positions are believed.
 *
 * @param commandTimeout a command that takes longer counts as failed
 * @param driverStaleAfter a driver not heard of for longer is offered nothing
 */
@ConfigurationProperties("dispatch.redis")
public record RedisProperties(
    @DefaultValue("250ms") Duration commandTimeout,
    @DefaultValue("5m") Duration driverStaleAfter) {}
