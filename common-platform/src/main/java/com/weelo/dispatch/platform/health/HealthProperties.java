package com.weelo.dispatch.platform.health;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a service looks after what it has need of.
 *
 * @param interval between two looks at PostgreSQL and at Redis
 * @param databaseNeeded whether no call can be answered without PostgreSQL: the service is down
 *     then, else degraded
 */
@ConfigurationProperties("dispatch.health")
public record HealthProperties(
    @DefaultValue("5s") Duration interval, @DefaultValue("true") boolean databaseNeeded) {}
