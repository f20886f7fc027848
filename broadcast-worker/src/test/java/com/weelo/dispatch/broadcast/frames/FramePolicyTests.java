package com.weelo.dispatch.broadcast.frames;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.weelo.dispatch.broadcast.AnOrder;
import com.weelo.dispatch.broadcast.frames.FrameData.BroadcastWithdrawn;
import com.weelo.dispatch.broadcast.frames.FrameData.BroadcastWithdrawn.Reason;
import com.weelo.dispatch.broadcast.frames.FrameData.NewBroadcast;
import com.weelo.dispatch.broadcast.frames.FrameData.OrderUpdated;
import com.weelo.dispatch.broadcast.frames.FrameData.TruckRequestFilled;
import com.weelo.dispatch.events.DomainEvent;
import com.weelo.dispatch.events.EventEnvelope;
import com.weelo.dispatch.events.EventIds;
import com.weelo.dispatch.events.EventMetadata;
import com.weelo.dispatch.events.NotificationEvent;
import com.weelo.dispatch.events.NotificationId;
import com.weelo.dispatch.events.OrderEvent;
import com.weelo.dispatch.events.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FramePolicyTests {

  private static final UserId CUSTOMER = new UserId("customer");

  private final AnOrder order = AnOrder.by(CUSTOMER.value());
  private final Room room = Room.of(order.id());

  @Test
  void an_orders_offer_is_told_to_each_transporter_it_was_made_to_and_to_nobody_else() {
    var told = told(order.offeredTo("ann", "bob"));

    assertThat(told)
        .extracting(a -> a.data().type(), Announcement::users, Announcement::watched)
        .containsExactly(
            tuple(FrameType.NEW_BROADCAST, users("ann"), null),
            tuple(FrameType.NEW_BROADCAST, users("bob"), null));
  }

  @Test
  void an_orders_offer_says_how_many_trucks_are_wanted_and_the_price_of_each() {
    var event = order.offeredTo("ann");

    assertThat(told(event).getFirst().data())
        .isEqualTo(
            new NewBroadcast(
                null,
                order.id(),
                AnOrder.TRUCK,
                "open",
                5,
                event.pickup(),
                event.dropoff(),
                event.pricePerTruck(),
                420,
                28_688,
                1,
                event.expiresAt(),
                7L));
  }

  @Test
  void a_kind_that_is_filled_is_told_to_the_customer_and_taken_from_those_who_serve_none_of_it() {
    assertThat(told(order.filledFor("ann", "bob")))
        .containsExactly(
            new Announcement(
                new BroadcastWithdrawn(null, order.id(), AnOrder.TRUCK, Reason.TAKEN, 7L),
                users("ann", "bob"),
                null),
            new Announcement(
                new TruckRequestFilled(order.id(), AnOrder.TRUCK, 5, 7L), users("customer"), room));
  }

  @Test
  void a_step_is_told_to_the_customer_and_in_the_orders_room() {
    var event = order.partlyFilled();

    assertThat(told(event))
        .filteredOn(a -> !a.users().isEmpty())
        .containsExactly(
            new Announcement(
                new OrderUpdated(
                    order.id(),
                    "partially_filled",
                    "searching",
                    event.fill(),
                    7L,
                    null,
                    null,
                    AnOrder.NOW),
                users("customer"),
                room));
  }

  @ParameterizedTest
  @CsvSource({"expired, EXPIRED", "cancelled, CANCELLED"})
  void an_order_that_is_given_up_says_who_and_why_and_its_offers_are_void(
      String status, Reason reason) {
    var told = told(order.givenUp(status, "ops", "ann"));

    assertThat(told.getFirst())
        .isEqualTo(
            new Announcement(
                new BroadcastWithdrawn(null, order.id(), null, reason, 7L), users("ann"), null));
    assertThat((OrderUpdated) told.getLast().data())
        .extracting(OrderUpdated::status, OrderUpdated::cancelledBy, OrderUpdated::reason)
        .containsExactly(status, "ops", "a reason");
  }

  @Test
  void when_an_order_goes_on_with_what_it_has_the_rest_is_taken() {
    assertThat(((BroadcastWithdrawn) told(order.confirmedFor("ann")).getFirst().data()).reason())
        .isEqualTo(Reason.TAKEN);
  }

  @Test
  void a_step_of_before_withdrawals_were_named_takes_nothing_from_anybody() {
    var step = order.partlyFilled();
    var old =
        new OrderEvent.StatusChanged(
            step.orderId(),
            step.customerId(),
            step.previousStatus(),
            step.status(),
            step.fill(),
            step.changedAt(),
            null,
            null,
            null);

    assertThat(told(old)).isEqualTo(told(step));
  }

  @Test
  void the_customer_hears_of_an_orders_end_once() {
    assertThat(heardByCustomer(order.givenUp("cancelled", "customer"), order.cancelled()))
        .containsExactly(FrameType.ORDER_UPDATED);
    assertThat(heardByCustomer(order.completed(), order.delivered()))
        .containsExactly(FrameType.ORDER_UPDATED);
  }

  @Test
  void the_customer_hears_of_an_accepted_truck_once() {
    assertThat(heardByCustomer(order.acceptedBy("ann"), order.partlyFilled()))
        .containsExactly(FrameType.ORDER_UPDATED);
  }

  @Test
  void who_makes_an_order_or_a_hold_is_told_nothing_of_it() {
    assertThat(told(order.made())).isEmpty();
    assertThat(told(order.heldBy("ann"))).isEmpty();
    assertThat(told(order.releasedOf("ann", "given_back"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"expired", "order_cancelled", "order_expired"})
  void whose_hold_is_released_is_told_and_its_offer_left_alone(String reason) {
    assertThat(told(order.releasedOf("ann", reason)))
        .singleElement()
        .satisfies(a -> {
          assertThat(a.users()).isEqualTo(users("ann"));
          assertThat(a.watched()).isNull();
          assertThat(new FrameCodec().encode((Object) a.data()))
              .isEqualTo(
                  """
                  {"orderId":"%s","holdId":"a-hold","vehicleType":"TRUCK_14FT","trucks":1,\
                  "reason":"%s","category":"hold_released"}\
                  """
                      .formatted(order.id(), reason));
        });
  }

  private List<FrameType> heardByCustomer(DomainEvent... events) {
    return Stream.of(events)
        .flatMap(event -> told(event).stream())
        .filter(a -> a.users().contains(CUSTOMER))
        .map(a -> a.data().type())
        .toList();
  }

  @Test
  void what_is_new_in_an_inbox_is_shown_to_its_owner() {
    var at = Instant.parse("2026-05-04T12:00:00Z");
    var id = new NotificationId("a-notification");
    var data = Map.of("bookingId", "a-booking");

    var told =
        told(
            new NotificationEvent.Delivery(
                id,
                CUSTOMER,
                "inbox",
                "booking",
                "stored",
                null,
                1,
                at,
                new NotificationEvent.InApp("A title", "A body", data)));

    assertThat(told)
        .containsExactly(
            new Announcement(
                new FrameData.Notification(id, "booking", "A title", "A body", data, at),
                Set.of(CUSTOMER),
                null));
  }

  @Test
  void what_becomes_of_messages_is_shown_to_nobody() {
    assertThat(
            told(
                new NotificationEvent.Delivery(
                    new NotificationId("a-notification"),
                    CUSTOMER,
                    "fcm",
                    "booking",
                    "sent",
                    null,
                    1,
                    Instant.parse("2026-05-04T12:00:00Z"))))
        .isEmpty();
  }

  private static Set<UserId> users(String... names) {
    return Stream.of(names).map(UserId::new).collect(Collectors.toSet());
  }

  private static List<Announcement> told(DomainEvent event) {
    return FramePolicy.announcements(
        new EventEnvelope<>(
            EventIds.next(),
            AnOrder.NOW,
            event,
            new EventMetadata("a-service", "test", "a-correlation", null, 7L)));
  }
}
