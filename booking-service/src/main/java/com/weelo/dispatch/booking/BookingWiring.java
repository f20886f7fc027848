package com.weelo.dispatch.booking;

import static java.util.stream.Collectors.toMap;

import com.weelo.dispatch.booking.catalogue.EstimatePolicy;
import com.weelo.dispatch.booking.catalogue.Fare;
import com.weelo.dispatch.booking.catalogue.VehicleCatalogue;
import com.weelo.dispatch.booking.history.BookingHistory;
import com.weelo.dispatch.booking.history.RecordingHistory;
import com.weelo.dispatch.booking.lifecycle.SearchTimes;
import com.weelo.dispatch.booking.matching.Matching;
import com.weelo.dispatch.booking.matching.WaveLedger;
import com.weelo.dispatch.booking.matching.WavePolicy;
import com.weelo.dispatch.booking.trips.FollowingTrips;
import com.weelo.dispatch.events.AssignmentEvent;
import com.weelo.dispatch.events.BookingEvent;
import com.weelo.dispatch.events.VehicleType;
import com.weelo.dispatch.platform.consuming.Subscription;
import com.weelo.dispatch.platform.housekeeping.Chore;
import com.weelo.dispatch.platform.redis.NearbyDrivers;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the booking-service reads, and how its policies are set. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({BookingProperties.class, VehicleCatalogue.class})
class BookingWiring {

  /** A timeline is read by people. */
  private static final Duration HISTORY_DELAY = Duration.ofMillis(200);

  /** PostgreSQL keeps no nanoseconds: what is answered at once is what is read later. */
  @Bean
  Clock clock() {
    return Clock.tickMillis(ZoneOffset.UTC);
  }

  @Bean
  Subscription<AssignmentEvent> tripsSubscription(FollowingTrips following) {
    return Subscription.of("booking-service.trips", AssignmentEvent.class, following::follow);
  }

  @Bean
  Subscription<BookingEvent> historySubscription(RecordingHistory recording) {
    return Subscription.inBatches(
            "booking-service.history", BookingEvent.class, recording::recordBookings)
        .gathering(HISTORY_DELAY);
  }

  @Bean
  Subscription<AssignmentEvent> tripHistorySubscription(RecordingHistory recording) {
    return Subscription.inBatches(
            "booking-service.trip-history", AssignmentEvent.class, recording::recordTrips)
        .gathering(HISTORY_DELAY);
  }

  @Bean
  Chore forgetOldRecords(
      WaveLedger ledger, BookingHistory history, BookingProperties properties, Clock clock) {
    return new Chore(
        "Forgetting old decisions and histories",
        () -> {
          var before = clock.instant().minus(properties.recordRetention());
          ledger.forgetBefore(before);
          history.forgetBefore(before);
        });
  }

  @Bean
  SearchTimes searchTimes(BookingProperties properties) {
    return new SearchTimes(properties.ttl(), properties.waveInterval(), properties.sweepInterval());
  }

  @Bean
  Matching matching(NearbyDrivers drivers, BookingProperties properties) {
    var policy =
        new WavePolicy(properties.waveSize(), properties.initialRadius(), properties.maxRadius());
    return new Matching(drivers, policy, properties.candidates(), properties.nearbyRadius());
  }

  @Bean
  EstimatePolicy estimatePolicy(BookingProperties properties) {
    var pricing = properties.pricing();
    return new EstimatePolicy(
        pricing.currency(),
        new Fare(pricing.base(), pricing.perKilometre()),
        pricing.fares().stream()
            .collect(
                toMap(
                    fare -> new VehicleType(fare.vehicleType()),
                    fare -> new Fare(fare.base(), fare.perKilometre()))),
        properties.averageSpeed());
  }
}
