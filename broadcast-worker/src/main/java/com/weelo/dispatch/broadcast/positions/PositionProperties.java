package com.weelo.dispatch.broadcast.positions;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How closely drivers can be watched.
 *
 * @param every those who watch a driver are told its latest position at most so often
 * @param lookEvery how often it is looked which drivers are watched
 * @param queue how many positions may wait for Kafka before more are refused
 */
public record PositionProperties(
    @DefaultValue("200ms") Duration every,
    @DefaultValue("500ms") Duration lookEvery,
    @DefaultValue("10000") int queue) {}
