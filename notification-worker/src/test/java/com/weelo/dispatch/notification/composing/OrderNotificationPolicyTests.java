package com.weelo.dispatch.notification.composing;

import static com.weelo.dispatch.notification.composing.Envelopes.english;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.weelo.dispatch.events.DomainEvent;
import com.weelo.dispatch.events.OrderEvent;
import com.weelo.dispatch.notification.AnOrder;
import com.weelo.dispatch.notification.people.Category;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrderNotificationPolicyTests {

  private static final Instant NOW = Instant.parse("2026-05-04T12:00:00Z");

  private final AnOrder order = AnOrder.madeAt(NOW);

  @Test
  void everyone_who_is_offered_an_orders_trucks_is_told_urgently_while_it_lasts() {
    var told = told(order.offeredTo("ann", "bob"));

    assertThat(told).extracting(n -> n.recipient().value()).containsExactly("ann", "bob");
    assertThat(told)
        .allSatisfy(offer -> {
          assertThat(offer.category()).isEqualTo(Category.OFFER);
          assertThat(offer.urgent()).isTrue();
          assertThat(offer.expiresAt()).isEqualTo(order.expiresAt());
        });
  }

  @Test
  void an_offer_says_how_many_trucks_are_wanted_and_what_each_is_worth() {
    assertThat(english(told(order.offeredTo("ann")).getFirst()))
        .isEqualTo(new Text("New job nearby", "5 × Truck 14ft, 1.2 km away, INR 5,000.00 each"));
  }

  @Test
  void an_offer_carries_all_that_the_app_shows() {
    assertThat(told(order.offeredTo("ann")).getFirst().data())
        .containsOnly(
            entry("type", "offer"),
            entry("orderId", order.id().value()),
            entry("vehicleType", "TRUCK_14FT"),
            entry("vehicleSubtype", "open"),
            entry("open", "5"),
            entry("wave", "2"),
            entry("distanceMeters", "1234"),
            entry("priceAmountMinor", "500000"),
            entry("priceCurrency", "INR"),
            entry("expiresAt", "2026-05-04T12:30:00Z"),
            entry("pickupLatitude", "12.9716"),
            entry("pickupLongitude", "77.5946"),
            entry("pickupAddress", "MG Road 1, Bengaluru"),
            entry("dropoffLatitude", "12.9352"),
            entry("dropoffLongitude", "77.6245"));
  }

  @Test
  void offers_of_two_kinds_of_truck_stand_beside_each_other_on_the_screen() {
    assertThat(told(order.offered(AnOrder.TRUCK, "ann")).getFirst().collapseKey())
        .isNotEqualTo(told(order.offered(AnOrder.TIPPER, "ann")).getFirst().collapseKey());
  }

  @Test
  void a_kind_that_is_filled_is_withdrawn_silently_in_place_of_its_offer() {
    var told = told(order.filledFor("ann", "bob"));

    assertThat(told).extracting(n -> n.recipient().value()).containsExactly("ann", "bob");
    assertThat(told)
        .allSatisfy(n -> {
          assertThatIsSilentWithdrawal(n);
          assertThat(n.data())
              .containsOnly(
                  entry("type", "offer_withdrawn"),
                  entry("orderId", order.id().value()),
                  entry("vehicleType", "TRUCK_14FT"),
                  entry("reason", "taken"));
          assertThat(n.collapseKey())
              .isEqualTo(told(order.offeredTo("ann")).getFirst().collapseKey());
          assertThat(n.expiresAt()).isEqualTo(NOW.plus(Notification.WITHDRAWAL_LIFETIME));
        });
  }

  @ParameterizedTest
  @CsvSource({"confirmed, taken", "expired, expired", "cancelled, cancelled"})
  void whoever_still_had_an_offer_when_the_search_ended_loses_it_silently(
      String status, String reason) {
    var withdrawal = told(order.is(status, 4, "ann")).getLast();

    assertThat(withdrawal.recipient().value()).isEqualTo("ann");
    assertThatIsSilentWithdrawal(withdrawal);
    assertThat(withdrawal.data())
        .containsOnly(
            entry("type", "offer_withdrawn"),
            entry("orderId", order.id().value()),
            entry("reason", reason));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "filled    | ORDER   | 7 | All trucks found      | Your order has all its trucks: 7",
        "confirmed | ORDER   | 4 | Your order goes ahead | With 4 of the 7 trucks you ordered",
        "expired   | ORDER   | 0 | Not enough trucks found "
            + "| Your order ended when its time was up. You can order again.",
        "completed | RECEIPT | 4 | Delivered             | Your order was delivered. Trucks: 4"
      })
  void the_customer_hears_what_has_become_of_the_order(
      String status, Category category, int filled, String title, String body) {
    assertThat(told(order.is(status, filled)))
        .singleElement()
        .satisfies(n -> {
          assertThat(n.recipient()).isEqualTo(order.customer());
          assertThat(n.category()).isEqualTo(category);
          assertThat(n.urgent()).isTrue();
          assertThat(english(n)).isEqualTo(new Text(title, body));
          assertThat(n.data())
              .containsOnly(
                  entry("type", "order_updated"),
                  entry("orderId", order.id().value()),
                  entry("status", status));
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"processing", "searching", "partially_filled", "from_the_future"})
  void the_customer_is_not_woken_by_each_truck_that_is_found(String status) {
    assertThat(told(order.is(status, 3))).isEmpty();
    assertThat(told(order.acceptedBy("ann"))).isEmpty();
    assertThat(told(order.releasedOf("ann"))).isEmpty();
  }

  @Test
  void an_order_that_lost_its_last_truck_does_not_go_ahead() {
    assertThat(told(order.is("confirmed", 0))).isEmpty();
  }

  @Test
  void a_customer_who_cancels_is_not_told_but_the_offers_are_withdrawn() {
    assertThat(told(order.cancelledBy("customer", "changed my mind", "ann")))
        .extracting(n -> n.recipient().value())
        .containsExactly("ann");
  }

  @Test
  void the_customer_hears_that_others_cancelled_and_why() {
    assertThat(english(told(order.cancelledBy("system", "no truck is left")).getFirst()))
        .isEqualTo(new Text("Order cancelled", "Your order was cancelled: no truck is left"));
    assertThat(english(told(order.cancelledBy("ops", null)).getFirst()).body())
        .isEqualTo("Your order was cancelled.");
  }

  @Test
  void the_end_of_an_order_is_told_once() {
    assertThat(told(order.cancelled())).isEmpty();
    assertThat(told(order.completed())).isEmpty();
    assertThat(told(order.made())).isEmpty();
  }

  @Test
  void a_step_of_before_withdrawals_were_named_is_told_all_the_same() {
    var step = order.is("filled", 7);
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

  private static void assertThatIsSilentWithdrawal(Notification notification) {
    assertThat(notification.category()).isEqualTo(Category.OFFER_WITHDRAWN);
    assertThat(notification.urgent()).isFalse();
    assertThat(notification.wording()).isEqualTo(Wording.NONE);
  }

  private static List<Notification> told(DomainEvent event) {
    return Envelopes.told(event, NOW);
  }
}
