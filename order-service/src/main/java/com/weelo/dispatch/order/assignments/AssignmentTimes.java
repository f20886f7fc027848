package com.weelo.dispatch.order.assignments;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What takes how long around assignments.
 *
 * @param bookingPatience how long the event that somebody won a booking may be on its way
 * @param engagementRetention how long it is known what vehicles were taken for
 */
@ConfigurationProperties("dispatch.order.assignments")
public record AssignmentTimes(
    @DefaultValue("2s") Duration bookingPatience,
    @DefaultValue("90d") Duration engagementRetention) {}
