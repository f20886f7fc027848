package com.weelo.dispatch.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.weelo.dispatch.events.TripStatus;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

class OrdersIT extends NotificationTest {

  @Autowired JdbcTemplate jdbc;

  private AnOrder order;

  @BeforeEach
  void anOrder() {
    order = AnOrder.madeAt(Instant.now());
  }

  @Test
  void an_orders_offer_reaches_each_offered_transporter_once() {
    var near = newUser();
    var far = newUser();
    var nearPhone = phoneOf(near);
    var farPhone = phoneOf(far);

    var event = happens(order.offeredTo(near, far));
    deliver(event);
    happens(order.offered(AnOrder.TIPPER, near, far)); // behind it on the same partition

    for (var phone : List.of(nearPhone, farPhone)) {
      assertThat(awaitPushes(phone, 2))
          .extracting(push -> push.json().at("/data/vehicleType").asString())
          .containsExactly("TRUCK_14FT", "TIPPER");
    }
    var push = fcm.messages().to(nearPhone).getFirst().json();
    assertThat(push.at("/data/orderId").asString()).isEqualTo(order.id().value());
    assertThat(push.at("/android/priority").asString()).isEqualTo("high");
  }

  @Test
  void when_a_kind_is_filled_the_losers_app_drops_its_offer() {
    var loser = newUser();
    var phone = phoneOf(loser);

    happens(order.filledFor(loser));

    var withdrawal = awaitPushes(phone, 1).getFirst().json();
    assertThat(withdrawal.at("/data/type").asString()).isEqualTo("offer_withdrawn");
    assertThat(withdrawal.has("notification")).isFalse();
  }

  @Test
  void the_customer_is_woken_by_the_steps_that_matter_and_the_others_leave_no_note() {
    var phone = phoneOf(order.customer().value());

    var partly = happens(order.is("partially_filled", 3));
    var filled = happens(order.is("filled", 7));

    assertThat(awaitPushes(phone, 1))
        .extracting(push -> push.json().at("/data/status").asString())
        .containsExactly("filled");
    assertThat(isNoted(filled.eventId())).isTrue();
    assertThat(isNoted(partly.eventId())).isFalse();
  }

  @Test
  void a_driver_hears_of_its_trip_and_that_it_is_called_off() {
    var driver = newUser();
    var fleet = newUser();
    var driversPhone = phoneOf(driver);
    var fleetsPhone = phoneOf(fleet);

    happens(order.assignedTo(fleet, driver));
    awaitPushes(driversPhone, 1);
    happens(order.tripOf(fleet, driver, TripStatus.CANCELLED));

    assertThat(awaitPushes(driversPhone, 2))
        .extracting(push -> push.json().at("/data/status").asString())
        .containsExactly("assigned", "cancelled");
    assertThat(awaitPushes(fleetsPhone, 1))
        .extracting(push -> push.json().at("/data/status").asString())
        .containsExactly("cancelled");
  }

  private boolean isNoted(UUID event) {
    return !jdbc.queryForList("SELECT 1 FROM processed_events WHERE event_id = ?", event).isEmpty();
  }
}
