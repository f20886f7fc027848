package com.weelo.dispatch.suite.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.weelo.dispatch.suite.client.RestReply;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class OrdersTests {

  private final Measurements measured = new Measurements();
  private final Orders orders = new Orders(measured);
  private final ArrayList<Boolean> told = new ArrayList<>();

  OrdersTests() {
    measured.beginTiming();
  }

  @Test
  void only_the_first_offer_is_timed_whether_before_the_answer_or_after() {
    orders.offered("early", 3_000_000);
    orders.offered("early", 9_000_000);
    orders.placed("early", reply(1_000_000));
    orders.placed("late", reply(1_000_000));
    orders.offered("late", 5_000_000);
    orders.offered("late", 9_000_000);

    assertThat(measured.of(Timing.ORDER_TO_OFFER).count()).isEqualTo(2);
    assertThat(measured.of(Timing.ORDER_TO_OFFER).max()).isLessThan(5);
  }

  @Test
  void trucks_hear_of_the_outcome_whenever_they_ask() {
    orders.whenFound("good", told::add);
    assertThat(told).isEmpty();

    orders.searched("good", true);
    orders.searched("bad", false);
    orders.whenFound("bad", told::add);

    assertThat(told).containsExactly(true, false);
  }

  @Test
  void an_outcome_is_told_once() {
    orders.whenFound("good", told::add);
    orders.searched("good", true);
    orders.searched("good", false);

    assertThat(told).containsExactly(true);
  }

  private static RestReply reply(long sentAt) {
    return new RestReply(201, new byte[0], sentAt, sentAt);
  }
}
