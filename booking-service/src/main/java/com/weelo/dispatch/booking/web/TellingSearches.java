package com.weelo.dispatch.booking.web;

import com.weelo.dispatch.events.AnalyticsEvent;
import com.weelo.dispatch.events.UserId;
import com.weelo.dispatch.events.VehicleType;
import com.weelo.dispatch.platform.publishing.EventPublisher;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Has searches counted, where that costs nobody anything: beside the request, and not at all while
 * Kafka is away.
 */
@Component
class TellingSearches implements DisposableBean {

  private static final String NAME = "search.performed";
  private static final int MOST_WAITING = 1_000;

  private final EventPublisher publisher;
  private final Clock clock;
  private final ThreadPoolExecutor beside =
      new ThreadPoolExecutor(
          1,
          1,
          0,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(MOST_WAITING),
          Thread.ofVirtual().name("telling-searches").factory(),
          new ThreadPoolExecutor.DiscardPolicy());

  TellingSearches(EventPublisher publisher, Clock clock) {
    this.publisher = publisher;
    this.clock = clock;
  }

  void tell(UserId customer, VehicleType type) {
    var search =
        new AnalyticsEvent.Recorded(
            customer.value(), NAME, customer, Map.of("vehicleType", type.code()), clock.instant());
    beside.execute(() -> publisher.publish(search));
  }

  @Override
  public void destroy() {
    beside.shutdownNow();
  }
}
