package com.weelo.dispatch.order.waves;

import static com.weelo.dispatch.order.testing.Api.trucks;
import static com.weelo.dispatch.order.testing.Places.somewhere;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.weelo.dispatch.events.EventEnvelope;
import com.weelo.dispatch.events.EventIds;
import com.weelo.dispatch.events.EventMetadata;
import com.weelo.dispatch.events.FillPolicy;
import com.weelo.dispatch.events.GeoPoint;
import com.weelo.dispatch.events.OrderEvent;
import com.weelo.dispatch.events.OrderId;
import com.weelo.dispatch.events.Place;
import com.weelo.dispatch.events.UserId;
import com.weelo.dispatch.order.testing.Api;
import com.weelo.dispatch.order.testing.Fleets;
import com.weelo.dispatch.order.testing.Invariants;
import com.weelo.dispatch.order.testing.OrderServiceTest;
import com.weelo.dispatch.order.testing.PublishedEvents;
import com.weelo.dispatch.testing.TestClock;
import com.weelo.dispatch.testing.Together;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@OrderServiceTest
class SweepIT {

  private final Api api;
  private final Fleets fleets;
  private final PublishedEvents events;
  private final Invariants invariants;
  private final Sweep sweep;
  private final OpeningRequests opening;
  private final TestClock clock;
  private final JdbcTemplate jdbc;
  private final TransactionTemplate transactions;
  private final String customer = "customer-" + UUID.randomUUID();

  @Autowired
  SweepIT(
      Api api,
      Fleets fleets,
      PublishedEvents events,
      Invariants invariants,
      Sweep sweep,
      OpeningRequests opening,
      TestClock clock,
      JdbcTemplate jdbc,
      PlatformTransactionManager transactions) {
    this.api = api;
    this.fleets = fleets;
    this.events = events;
    this.invariants = invariants;
    this.sweep = sweep;
    this.opening = opening;
    this.clock = clock;
    this.jdbc = jdbc;
    this.transactions = new TransactionTemplate(transactions);
  }

  @RepeatedTest(5)
  void several_sweeps_at_once_send_each_wave_out_once() {
    var place = somewhere();
    fleets.near(place, 25, 1);
    var order = searching(1, place);

    for (var wave = 2; wave <= 3; wave++) {
      clock.letPass(Duration.ofSeconds(10));
      Together.all(
          4,
          n -> {
            sweep.run();
            return n;
          });
      var number = wave;
      await().until(() -> events.of(order, "truck.request.broadcast").size() == number);
    }

    assertThat(events.of(order, "truck.request.broadcast"))
        .extracting(wave -> wave.path("wave").asInt())
        .containsExactly(1, 2, 3);
    invariants.hold(order);
  }

  @RepeatedTest(5)
  void several_sweeps_at_once_end_an_order_once() {
    var place = somewhere();
    var transporter = fleets.near(place, 1, 2).getFirst();
    var order = searching(3, place);
    api.takes(transporter, order, 1);
    clock.letPass(Duration.ofMinutes(5));

    Together.all(
        4,
        n -> {
          sweep.run();
          return n;
        });

    await().until(() -> invariants.status(order).isEnded());
    assertThat(events.of(order, "order.cancelled")).hasSize(1);
    invariants.hold(order);
  }

  @Test
  void whoever_hears_of_an_order_again_makes_no_more_requests() {
    var order = searching(3, somewhere());

    hear(order);

    assertThat(jdbc.queryForList("SELECT 1 FROM truck_requests WHERE order_id = ?", order))
        .hasSize(3);
    invariants.hold(order);
  }

  @Test
  void an_order_that_is_nowhere_to_be_seen_is_passed_over() {
    hear("nowhere");

    assertThat(events.of("nowhere")).isEmpty();
  }

  private void hear(String order) {
    var created =
        new OrderEvent.Created(
            new OrderId(order),
            new UserId(customer),
            new Place(0, 0, null),
            new Place(0, 0, null),
            List.of(),
            FillPolicy.BEST_EFFORT,
            null,
            clock.instant());
    var envelope =
        new EventEnvelope<>(
            EventIds.next(),
            clock.instant(),
            created,
            new EventMetadata("order-service", "test", "correlation", null, 1L));
    transactions.executeWithoutResult(status -> opening.open(envelope));
  }

  private String searching(int trucks, GeoPoint place) {
    var order = api.orders(customer, trucks(place, trucks)).orderId();
    await().until(() -> api.reads(order).number("wave") == 1);
    return order;
  }
}
