package com.weelo.dispatch.platform.consuming;

import com.weelo.dispatch.events.BookingEvent;
import com.weelo.dispatch.events.LocationEvent;
import com.weelo.dispatch.events.PaymentEvent;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A service that reads the payments it wants one by one, finished bookings in batches, once as
 * events and once as records, and positions as they come.
 */
@SpringBootConfiguration
@EnableAutoConfiguration
class ConsumingTestApplication {

  @Bean
  Effects effects(JdbcTemplate jdbc) {
    return new Effects(jdbc);
  }

  @Bean
  Subscription<PaymentEvent> payments(Effects effects) {
    return Subscription.of(
        "consuming-test.payments",
        PaymentEvent.class,
        payment -> !payment.key().startsWith("unwanted"),
        effects::single);
  }

  @Bean
  Subscription<BookingEvent.Completed> completed(Effects effects) {
    return Subscription.inBatches(
        "consuming-test.completed", BookingEvent.Completed.class, effects::batch);
  }

  @Bean
  Subscription<BookingEvent.Completed> records(Effects effects) {
    return Subscription.recordsInBatches(
        "consuming-test.records", BookingEvent.Completed.class, effects::records);
  }

  @Bean
  Subscription<LocationEvent> spectator(Effects effects) {
    return Subscription.watching(
        "consuming-test.spectator", LocationEvent.class, driver -> true, effects::watched);
  }

  @Bean
  Subscription<LocationEvent> positions(Effects effects) {
    return Subscription.fleeting(
        "consuming-test.positions",
        LocationEvent.class,
        driver -> driver.startsWith("wanted"),
        effects::fleeting);
  }
}
