package com.weelo.dispatch.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.weelo.dispatch.fcm.ReceivedMessage;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OffersIT extends NotificationTest {

  @Test
  void an_offer_reaches_each_offered_captain_once() {
    var near = newUser();
    var far = newUser();
    var nearPhone = phoneOf(near);
    var farPhone = phoneOf(far);

    happens(booking.offeredTo(near, far));

    assertThat(awaitPushes(nearPhone, 1)).singleElement().satisfies(this::isTheOffer);
    assertThat(awaitPushes(farPhone, 1)).singleElement().satisfies(this::isTheOffer);
    assertThat(awaitOutcome(near)).contains("\"sent\"", "\"offer\"");
  }

  private void isTheOffer(ReceivedMessage push) {
    assertThat(push.json().at("/data/bookingId").asString()).isEqualTo(booking.id().value());
    assertThat(push.json().at("/data/type").asString()).isEqualTo("offer");
    assertThat(push.json().at("/android/priority").asString()).isEqualTo("high");
  }

  @Test
  void a_booking_event_delivered_again_pushes_nothing_twice() {
    var captain = newUser();
    var phone = phoneOf(captain);
    var event = happens(booking.offeredTo(captain));
    awaitPushes(phone, 1);

    deliver(event);
    happens(booking.offeredTo(captain)); // another event, behind it on the same partition

    assertThat(awaitPushes(phone, 2))
        .extracting(push -> push.json().at("/data/notificationId").asString())
        .doesNotHaveDuplicates();
  }

  @Test
  void a_push_delivered_again_is_not_sent_twice() {
    var captain = newUser();
    var phone = phoneOf(captain);
    happens(booking.offeredTo(captain));
    awaitPushes(phone, 1);
    var push = kafka.awaitKey("notification.fcm", captain);

    kafka.send("notification.fcm", captain, bytes(push), Map.of());
    happens(booking.offeredAgainTo(captain));

    assertThat(awaitPushes(phone, 2))
        .extracting(sent -> sent.json().at("/data/wave").asString())
        .containsExactly("1", "2");
  }

  @Test
  void all_devices_of_a_user_are_reached() {
    var captain = newUser();
    var phone = phoneOf(captain);
    var tablet = phoneOf(captain);

    happens(booking.offeredTo(captain));

    assertThat(awaitPushes(phone, 1)).hasSize(1);
    assertThat(awaitPushes(tablet, 1)).hasSize(1);
  }

  @Test
  void that_a_captain_has_no_device_is_known_and_keeps_nobody_else_waiting() {
    var reachable = newUser();
    var phone = phoneOf(reachable);
    var unreachable = newUser();

    happens(booking.offeredTo(unreachable, reachable));

    awaitPushes(phone, 1);
    assertThat(awaitOutcome(unreachable)).contains("\"no_device\"");
  }

  @Test
  void an_offer_that_is_over_is_not_sent() {
    var captain = newUser();
    var phone = phoneOf(captain);

    happens(ABooking.madeAt(Instant.now().minusSeconds(3600)).offeredTo(captain));

    assertThat(awaitOutcome(captain)).contains("\"expired\"");
    assertThat(fcm.messages().to(phone)).isEmpty();
  }

  @Test
  void when_one_captain_wins_the_customer_is_told_and_the_losers_app_drops_the_offer() {
    var winner = newUser();
    var loser = newUser();
    var customersPhone = phoneOf(booking.customer().value());
    var winnersPhone = phoneOf(winner);
    var losersPhone = phoneOf(loser);

    happens(booking.acceptedBy(winner, loser));

    assertThat(
            awaitPushes(customersPhone, 1).getFirst().json().at("/notification/title").asString())
        .isEqualTo("Truck found");
    var withdrawal = awaitPushes(losersPhone, 1).getFirst().json();
    assertThat(withdrawal.at("/data/type").asString()).isEqualTo("offer_withdrawn");
    assertThat(withdrawal.has("notification")).isFalse();
    assertThat(fcm.messages().to(winnersPhone)).isEmpty();
  }
}
