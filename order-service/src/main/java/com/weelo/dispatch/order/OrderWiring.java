package com.weelo.dispatch.order;

import com.weelo.dispatch.events.OrderEvent;
import com.weelo.dispatch.order.fleet.VehicleCatalogue;
import com.weelo.dispatch.order.orders.OrderTimes;
import com.weelo.dispatch.order.requests.Offers;
import com.weelo.dispatch.order.waves.OpeningRequests;
import com.weelo.dispatch.order.waves.WavePolicy;
import com.weelo.dispatch.platform.consuming.Subscription;
import com.weelo.dispatch.platform.housekeeping.Chore;
import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the order-service reads, and how its policies are set. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({OrderProperties.class, VehicleCatalogue.class})
class OrderWiring {

  /** PostgreSQL keeps no nanoseconds: what is answered at once is what is read later. */
  @Bean
  Clock clock() {
    return Clock.tickMillis(ZoneOffset.UTC);
  }

  /** A thread for every two partitions: transporters wait for what it makes. */
  @Bean
  Subscription<OrderEvent.Created> requestsSubscription(OpeningRequests opening) {
    return Subscription.of("order-service.requests", OrderEvent.Created.class, opening::open)
        .withConcurrency(3);
  }

  @Bean
  Chore forgetOldOffers(Offers offers, OrderProperties properties, Clock clock) {
    return new Chore(
        "Forgetting old offers",
        () -> offers.forgetBefore(clock.instant().minus(properties.offerRetention())));
  }

  @Bean
  OrderTimes orderTimes(OrderProperties properties) {
    return new OrderTimes(
        properties.ttl(),
        properties.waveInterval(),
        properties.sweepInterval(),
        properties.holdTime());
  }

  @Bean
  WavePolicy wavePolicy(OrderProperties properties) {
    return new WavePolicy(
        properties.waveSize(),
        properties.maxWaveSize(),
        properties.initialRadius(),
        properties.maxRadius());
  }
}
