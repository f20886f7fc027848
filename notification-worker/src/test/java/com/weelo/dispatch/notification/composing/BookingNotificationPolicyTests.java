package com.weelo.dispatch.notification.composing;

import static com.weelo.dispatch.notification.composing.Envelopes.english;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import com.weelo.dispatch.events.BookingEvent;
import com.weelo.dispatch.events.UserId;
import com.weelo.dispatch.notification.ABooking;
import com.weelo.dispatch.notification.people.Category;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class BookingNotificationPolicyTests {

  private final ABooking booking = ABooking.madeAt(Instant.parse("2026-05-04T12:00:00Z"));

  @Test
  void everyone_who_is_offered_a_new_booking_is_told_urgently_while_it_lasts() {
    var told = told(booking.offeredTo("ann", "bob"));

    assertThat(told).extracting(n -> n.recipient().value()).containsExactly("ann", "bob");
    assertThat(told)
        .allSatisfy(offer -> {
          assertThat(offer.category()).isEqualTo(Category.OFFER);
          assertThat(offer.urgent()).isTrue();
          assertThat(offer.collapseKey()).isEqualTo(booking.id().value());
          assertThat(offer.expiresAt()).isEqualTo(booking.expiresAt());
        });
  }

  @Test
  void a_later_wave_is_told_to_those_it_reaches() {
    assertThat(told(booking.offeredAgainTo("cem")))
        .extracting(n -> n.recipient().value())
        .containsExactly("cem");
  }

  @Test
  void a_wave_that_reaches_nobody_is_told_to_nobody() {
    assertThat(told(booking.offeredTo())).isEmpty();
  }

  @Test
  void an_offer_says_what_is_to_be_carried_how_far_away_and_for_how_much() {
    var text = english(told(booking.offeredTo("ann")).getFirst());

    assertThat(text).isEqualTo(new Text("New job nearby", "Truck 14ft, 1.2 km away, INR 5,000.00"));
  }

  @Test
  void an_offer_carries_all_that_the_app_shows() {
    assertThat(told(booking.offeredTo("ann")).getFirst().data())
        .containsOnly(
            entry("type", "offer"),
            entry("bookingId", booking.id().value()),
            entry("vehicleType", "TRUCK_14FT"),
            entry("wave", "1"),
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
  void the_customer_hears_who_came_and_the_losers_apps_drop_the_offer_silently() {
    var told = told(booking.acceptedBy("winner", "loser", "other-loser"));

    assertThat(told)
        .extracting(Notification::recipient, Notification::category)
        .containsExactly(
            tuple(booking.customer(), Category.BOOKING),
            tuple(new UserId("loser"), Category.OFFER_WITHDRAWN),
            tuple(new UserId("other-loser"), Category.OFFER_WITHDRAWN));
    assertThat(english(told.getFirst()).title()).isEqualTo("Truck found");
    assertThat(told.getFirst().data()).contains(entry("status", "accepted"));
    assertThatIsSilentWithdrawal(told.getLast(), "taken");
  }

  @Test
  void the_customer_hears_that_nobody_came() {
    var told = told(booking.expired("ann"));

    assertThat(told.getFirst().recipient()).isEqualTo(booking.customer());
    assertThat(english(told.getFirst()).title()).isEqualTo("No truck found");
    assertThatIsSilentWithdrawal(told.getLast(), "expired");
  }

  @Test
  void a_customer_who_cancels_is_not_told_but_the_captain_is() {
    var told = told(booking.cancelledBy("customer", "winner"));

    assertThat(told).extracting(n -> n.recipient().value()).containsExactly("winner");
    assertThat(told.getFirst().category()).isEqualTo(Category.BOOKING);
    assertThat(told.getFirst().data()).contains(entry("status", "cancelled"));
  }

  @Test
  void a_customer_who_cancels_while_searching_is_followed_by_withdrawals_alone() {
    var told = told(booking.cancelledBy("customer", null, "ann", "bob"));

    assertThat(told).extracting(n -> n.recipient().value()).containsExactly("ann", "bob");
    assertThat(told).allSatisfy(n -> assertThatIsSilentWithdrawal(n, "cancelled"));
  }

  @Test
  void a_captain_who_cancels_is_not_told_but_the_customer_is() {
    assertThat(told(booking.cancelledBy("transporter", "winner")))
        .extracting(Notification::recipient)
        .containsExactly(booking.customer());
    assertThat(told(booking.cancelledBy("driver", "winner")))
        .extracting(Notification::recipient)
        .containsExactly(booking.customer());
  }

  @Test
  void both_sides_hear_that_operators_cancelled() {
    assertThat(told(booking.cancelledBy("ops", "winner")))
        .extracting(Notification::recipient)
        .containsExactly(booking.customer(), new UserId("winner"));
  }

  @Test
  void the_customer_hears_that_the_goods_arrived() {
    var told = told(booking.completedBy("winner"));

    assertThat(told).extracting(Notification::recipient).containsExactly(booking.customer());
    assertThat(english(told.getFirst()).body()).contains("INR 5,000.00");
  }

  @Test
  void whatever_follows_an_offer_takes_its_place_on_the_screen() {
    assertThat(told(booking.expired("ann")).getLast().collapseKey())
        .isEqualTo(told(booking.offeredTo("ann")).getFirst().collapseKey());
  }

  private void assertThatIsSilentWithdrawal(Notification notification, String reason) {
    assertThat(notification.category()).isEqualTo(Category.OFFER_WITHDRAWN);
    assertThat(notification.urgent()).isFalse();
    assertThat(notification.wording()).isEqualTo(Wording.NONE);
    assertThat(notification.data())
        .containsOnly(
            entry("type", "offer_withdrawn"),
            entry("bookingId", booking.id().value()),
            entry("reason", reason));
  }

  private List<Notification> told(BookingEvent event) {
    return Envelopes.told(event, booking.expiresAt());
  }
}
