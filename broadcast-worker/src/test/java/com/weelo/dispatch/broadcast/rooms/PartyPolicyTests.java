package com.weelo.dispatch.broadcast.rooms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.weelo.dispatch.broadcast.ATrip;
import com.weelo.dispatch.broadcast.AnOrder;
import com.weelo.dispatch.broadcast.frames.Room;
import com.weelo.dispatch.events.DomainEvent;
import com.weelo.dispatch.events.EventEnvelope;
import com.weelo.dispatch.events.EventIds;
import com.weelo.dispatch.events.EventMetadata;
import com.weelo.dispatch.events.TripStatus;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartyPolicyTests {

  private final AnOrder order = AnOrder.by("customer");

  @Test
  void an_orders_customer_is_party_to_it_whichever_of_its_events_comes_first() {
    var events =
        Stream.of(
            order.made(),
            order.offeredTo("ann"),
            order.partlyFilled(),
            order.filledFor("ann"),
            order.cancelled(),
            order.delivered());

    assertThat(events.map(this::noted))
        .allSatisfy(note -> {
          assertThat(note.room()).isEqualTo(Room.of(order.id()));
          assertThat(note.parties()).containsExactly(entry("customer", "customer"));
        });
  }

  @Test
  void those_who_serve_an_order_are_party_to_it_while_their_trip_lasts() {
    var trip = ATrip.of(order, "ann", "bob");

    assertThat(noted(trip.begins()).room()).isEqualTo(Room.of(order.id()));
    assertThat(noted(trip.begins()).parties())
        .contains(entry("transporter:" + trip.id(), "ann"), entry("driver:" + trip.id(), "bob"));
    assertThat(noted(trip.reaches(TripStatus.DELIVERED)).parties())
        .contains(entry("transporter:" + trip.id(), ""), entry("driver:" + trip.id(), ""));
  }

  @Test
  void who_only_was_offered_or_holds_a_truck_is_no_party() {
    assertThat(noted(order.offeredTo("ann")).parties()).doesNotContainValue("ann");
    assertThat(note(order.heldBy("ann"))).isEmpty();
    assertThat(note(order.releasedOf("ann", "expired"))).isEmpty();
  }

  @Test
  void a_kind_that_is_filled_voids_the_offers_of_that_kind() {
    var note = noted(order.filledFor("ann"));

    assertThat(note.offers()).isEqualTo(AnOrder.TRUCK);
    assertThat(note.offersVoidSince()).isEqualTo(7);
    assertThat(note.ended()).isFalse();
    assertThat(noted(order.offeredTo("ann")).offers()).isEqualTo(AnOrder.TRUCK);
  }

  @Test
  void the_end_of_the_search_voids_all_offers_and_ends_nothing() {
    var note = noted(order.confirmedFor("ann"));

    assertThat(note.offers()).isNull();
    assertThat(note.offersVoidSince()).isEqualTo(7);
    assertThat(note.ended()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"cancelled", "expired"})
  void an_order_that_is_given_up_is_over(String status) {
    var note = noted(order.givenUp(status, "system"));

    assertThat(note.offersVoidSince()).isEqualTo(7);
    assertThat(note.ended()).isTrue();
  }

  @Test
  void an_order_is_over_when_it_is_completed() {
    assertThat(noted(order.completed()).ended()).isTrue();
  }

  @Test
  void a_step_of_the_search_voids_nothing() {
    assertThat(noted(order.partlyFilled()).offersVoidSince()).isNull();
    assertThat(noted(order.offeredTo("ann")).offersVoidSince()).isNull();
  }

  private PartyNote noted(DomainEvent event) {
    return note(event).orElseThrow();
  }

  private static Optional<PartyNote> note(DomainEvent event) {
    return PartyPolicy.note(
        new EventEnvelope<>(
            EventIds.next(),
            AnOrder.NOW,
            event,
            new EventMetadata("a-service", "test", "a-correlation", null, 7L)));
  }
}
