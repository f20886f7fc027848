package com.weelo.dispatch.order;

import com.weelo.dispatch.events.BookingEvent;
import com.weelo.dispatch.order.assignments.AssignmentTimes;
import com.weelo.dispatch.order.assignments.FollowingBookings;
import com.weelo.dispatch.order.fleet.DraftPolicy;
import com.weelo.dispatch.order.fleet.Fleet;
import com.weelo.dispatch.order.fleet.VehicleCatalogue;
import com.weelo.dispatch.platform.consuming.Subscription;
import com.weelo.dispatch.platform.housekeeping.Chore;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What fleets and their assignments are connected to. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({VehicleCatalogue.class, AssignmentTimes.class})
class FleetWiring {

  @Bean
  Subscription<BookingEvent.Accepted> acceptedBookings(FollowingBookings following) {
    return Subscription.of(
        "order-service.accepted-bookings", BookingEvent.Accepted.class, following::accepted);
  }

  @Bean
  Subscription<BookingEvent.Cancelled> cancelledBookings(FollowingBookings following) {
    return Subscription.of(
        "order-service.cancelled-bookings", BookingEvent.Cancelled.class, following::cancelled);
  }

  @Bean
  DraftPolicy draftPolicy(VehicleCatalogue catalogue) {
    return new DraftPolicy(catalogue.vehicleTypes());
  }

  @Bean
  Chore forgetOldEngagements(Fleet fleet, AssignmentTimes times, Clock clock) {
    return new Chore(
        "Forgetting what vehicles were taken for",
        () -> fleet.forgetBefore(clock.instant().minus(times.engagementRetention())));
  }
}
