package com.weelo.dispatch.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.weelo.dispatch.notification.composing.TellingProgress;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Many steps told as one. Windows are long here and end when a test says so. */
class ProgressIT extends NotificationTest {

  @Autowired JdbcClient jdbc;
  @Autowired TellingProgress telling;

  private AnOrder order;
  private String phone;

  @BeforeEach
  void anOrder() {
    order = AnOrder.madeAt(Instant.now());
    phone = phoneOf(order.customer().value());
  }

  @Test
  void many_confirmed_trucks_are_told_at_once_with_who_confirmed_them() {
    var sharma = newUser();
    prefer(sharma, Map.of("name", "Sharma Roadlines")).expectStatus().isOk();
    happens(order.made());
    happens(order.acceptedBy(sharma));
    awaitSteps(1);
    happens(order.acceptedBy("kaveri"));
    awaitSteps(2);
    happens(order.acceptedBy(sharma));
    happens(order.acceptedBy("ravi"));
    awaitSteps(4);

    endWindow();

    var push = awaitPushes(phone, 1).getFirst().json();
    assertThat(push.at("/notification/body").asString())
        .isEqualTo("4 of 7 trucks confirmed by Sharma Roadlines and 2 others");
    assertThat(push.at("/data/type").asString()).isEqualTo("order_progress");
    assertThat(push.at("/android/priority").asString()).isEqualTo("normal");
  }

  @Test
  void what_comes_after_an_edition_is_told_in_the_next_which_tells_it_all() {
    happens(order.acceptedBy("sharma"));
    awaitSteps(1);
    endWindow();
    awaitPushes(phone, 1);

    happens(order.acceptedBy("sharma"));
    awaitSteps(2);
    endWindow();

    assertThat(awaitPushes(phone, 2))
        .extracting(push -> push.json().at("/data/trucks").asString())
        .containsExactly("1", "2");
  }

  @Test
  void a_step_that_comes_again_counts_once() {
    var step = happens(order.acceptedBy("sharma"));
    awaitSteps(1);

    deliver(step);
    happens(order.acceptedBy("kaveri"));

    awaitSteps(2);
  }

  @Test
  void the_end_of_the_search_tells_it_all_and_nothing_else_does() {
    happens(order.acceptedBy("sharma"), 2);
    awaitSteps(1);

    happens(order.is("filled", 7), 4);
    awaitPushes(phone, 1);
    happens(order.acceptedBy("kaveri"), 3); // overtaken on another topic
    awaitSteps(2);

    assertThat(isOpen()).isFalse();
  }

  @Test
  void steps_and_closings_at_the_same_time_lose_nothing_and_tell_nothing_twice() throws Exception {
    var orders = IntStream.range(0, 5).mapToObj(n -> AnOrder.madeAt(Instant.now())).toList();
    try (var closers = Executors.newVirtualThreadPerTaskExecutor()) {
      var closing =
          IntStream.range(0, 200)
              .<Future<?>>mapToObj(n ->
                  closers.submit(() -> {
                    endWindow();
                    telling.tellDue();
                  }))
              .toList();
      for (var step = 0; step < 10; step++) {
        orders.forEach(one -> happens(one.acceptedBy("sharma")));
      }
      for (var one : closing) {
        one.get();
      }
    }
    for (var one : orders) {
      await().atMost(PATIENCE).until(() -> steps(one) == 10);
    }
    endWindow();

    for (var one : orders) {
      await().atMost(PATIENCE).until(() -> lastTold(one) == 10);
      assertThat(told(one)).as("editions told").isEqualTo(editions(one));
    }
  }

  private void awaitSteps(int steps) {
    await().atMost(PATIENCE).until(() -> steps(order) == steps);
  }

  private int steps(AnOrder of) {
    return number("SELECT coalesce(max(steps), 0) FROM digests WHERE subject = :order", of);
  }

  private int editions(AnOrder of) {
    return number("SELECT editions FROM digests WHERE subject = :order", of);
  }

  private int told(AnOrder of) {
    return number("SELECT count(*) FROM inbox WHERE data ->> 'orderId' = :order", of);
  }

  private int lastTold(AnOrder of) {
    return number(
        """
        SELECT coalesce(max((data ->> 'trucks')::int), 0) FROM inbox
        WHERE data ->> 'orderId' = :order
        """,
        of);
  }

  private int number(String sql, AnOrder of) {
    return jdbc.sql(sql).param("order", of.id().value()).query(Integer.class).single();
  }

  private boolean isOpen() {
    return jdbc.sql("SELECT closes_at IS NOT NULL FROM digests WHERE subject = :order")
        .param("order", order.id().value())
        .query(Boolean.class)
        .single();
  }

  /** In one order, so that of many at the same time no two wait for each other. */
  private void endWindow() {
    jdbc.sql(
            """
            WITH open AS (
              SELECT subject FROM digests WHERE closes_at IS NOT NULL ORDER BY subject FOR UPDATE
            )
            UPDATE digests d SET closes_at = now() FROM open WHERE d.subject = open.subject
              AND d.closes_at IS NOT NULL
            """)
        .update();
  }
}
