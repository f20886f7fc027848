package com.weelo.dispatch.notification.composing;

import static com.weelo.dispatch.notification.composing.Envelopes.english;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.weelo.dispatch.events.DomainEvent;
import com.weelo.dispatch.events.TripStatus;
import com.weelo.dispatch.notification.ABooking;
import com.weelo.dispatch.notification.AnOrder;
import com.weelo.dispatch.notification.people.Category;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TripNotificationPolicyTests {

  private static final Instant NOW = Instant.parse("2026-05-04T12:00:00Z");

  private final AnOrder order = AnOrder.madeAt(NOW);
  private final ABooking booking = ABooking.madeAt(NOW);

  @Test
  void a_driver_hears_of_a_trip_it_is_put_on() {
    assertThat(told(order.assignedTo("fleet", "bob")))
        .singleElement()
        .satisfies(n -> {
          assertThat(n.recipient().value()).isEqualTo("bob");
          assertThat(n.category()).isEqualTo(Category.TRIP);
          assertThat(n.urgent()).isTrue();
          assertThat(english(n)).isEqualTo(new Text("New trip", "You are to drive: Truck 14ft"));
          assertThat(n.data())
              .containsOnly(
                  entry("type", "assignment_updated"),
                  entry("orderId", order.id().value()),
                  entry("assignmentId", "assignment-of-bob"),
                  entry("driverId", "bob"),
                  entry("status", "assigned"));
        });
  }

  @Test
  void the_trip_of_a_booking_names_the_booking() {
    assertThat(told(booking.assignedTo("fleet", "bob")).getFirst().data())
        .contains(entry("bookingId", booking.id().value()))
        .doesNotContainKey("orderId");
  }

  @Test
  void an_owner_driver_puts_itself_on_its_trip_and_knows() {
    assertThat(told(order.assignedTo("ann", "ann"))).isEmpty();
  }

  @Test
  void driver_and_transporter_hear_that_a_trip_is_called_off() {
    var told = told(order.tripOf("fleet", "bob", TripStatus.CANCELLED));

    assertThat(told).extracting(n -> n.recipient().value()).containsExactly("bob", "fleet");
    assertThat(told)
        .allSatisfy(n -> {
          assertThat(english(n).title()).isEqualTo("Trip called off");
          assertThat(n.data()).contains(entry("status", "cancelled"), entry("driverId", "bob"));
        });
  }

  @Test
  void an_owner_driver_hears_of_it_once() {
    assertThat(told(order.tripOf("ann", "ann", TripStatus.CANCELLED))).hasSize(1);
  }

  @Test
  void that_a_trip_is_called_off_takes_the_place_of_the_trip_but_no_withdrawal_takes_its_place() {
    var calledOff = told(order.tripOf("fleet", "bob", TripStatus.CANCELLED)).getFirst();

    assertThat(calledOff.collapseKey())
        .isEqualTo(told(order.assignedTo("fleet", "bob")).getFirst().collapseKey())
        .isNotEqualTo(told(order.is("expired", 0, "fleet")).getLast().collapseKey());
  }

  @ParameterizedTest
  @EnumSource(
      value = TripStatus.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"CANCELLED"})
  void nobody_is_woken_by_the_other_steps_of_a_trip(TripStatus status) {
    assertThat(told(order.tripOf("fleet", "bob", status))).isEmpty();
  }

  private static List<Notification> told(DomainEvent event) {
    return Envelopes.told(event, NOW);
  }
}
