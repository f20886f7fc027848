package com.weelo.dispatch.booking.lifecycle;

import static com.weelo.dispatch.booking.lifecycle.SampleBookings.INTERVAL;
import static com.weelo.dispatch.booking.lifecycle.SampleBookings.aBookingOfferedTo;
import static com.weelo.dispatch.booking.lifecycle.SampleBookings.after;
import static com.weelo.dispatch.booking.lifecycle.SampleBookings.wave;
import static org.assertj.core.api.Assertions.assertThat;

import com.weelo.dispatch.events.DriverId;
import com.weelo.dispatch.events.TransporterId;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class BookingTests {

  @Test
  void a_later_wave_is_told_with_its_own_offers_only() {
    var booking = aBookingOfferedTo("a");

    var event = booking.broadcast(wave(2, "b", "c"), after(10), INTERVAL).orElseThrow();

    assertThat(event.transporterIds()).isEqualTo(transporters("b", "c"));
    assertThat(event.wave()).isEqualTo(2);
    assertThat(booking.offeredTo()).isEqualTo(transporters("a", "b", "c"));
    assertThat(booking.version()).isEqualTo(2);
  }

  @Test
  void a_wave_that_reaches_nobody_counts_but_is_not_told() {
    var booking = aBookingOfferedTo("a");

    assertThat(booking.broadcast(wave(2), after(10), INTERVAL)).isEmpty();

    assertThat(booking.wave()).isEqualTo(2);
    assertThat(booking.version()).isEqualTo(1);
    assertThat(booking.search().nextWaveAt()).isEqualTo(after(20));
  }

  @Test
  void after_the_last_wave_what_is_due_next_is_the_end() {
    var booking = aBookingOfferedTo("a");

    booking.broadcast(wave(2), after(55), INTERVAL);

    assertThat(booking.search().nextWaveAt()).isEqualTo(after(60));
  }

  @Test
  void a_booking_is_expired_from_the_moment_its_time_is_up() {
    var booking = aBookingOfferedTo("a");

    assertThat(booking.statusAt(after(60).minusNanos(1))).isEqualTo(BookingStatus.SEARCHING);
    assertThat(booking.statusAt(after(60))).isEqualTo(BookingStatus.EXPIRED);
  }

  @Test
  void the_next_wave_is_due_when_all_of_the_latest_have_declined() {
    var booking = aBookingOfferedTo("a");
    booking.broadcast(wave(2, "b", "c"), after(10), INTERVAL);

    assertThat(booking.decline(new TransporterId("c"), after(11))).isFalse();
    assertThat(booking.search().nextWaveAt()).isEqualTo(after(20));
    assertThat(booking.decline(new TransporterId("b"), after(12))).isTrue();
    assertThat(booking.search().nextWaveAt()).isEqualTo(after(12));
  }

  @Test
  void who_declines_again_does_not_hurry_the_next_wave() {
    var booking = aBookingOfferedTo("a");
    booking.decline(new TransporterId("a"), after(1));
    booking.broadcast(wave(2), after(1), INTERVAL);

    assertThat(booking.decline(new TransporterId("a"), after(2))).isFalse();
    assertThat(booking.search().nextWaveAt()).isEqualTo(after(11));
  }

  @Test
  void the_latest_wave_that_reached_anybody_is_the_one_to_decline() {
    var booking = aBookingOfferedTo("a", "b");
    booking.decline(new TransporterId("a"), after(1));
    booking.broadcast(wave(2), after(10), INTERVAL);

    assertThat(booking.decline(new TransporterId("b"), after(11))).isTrue();
  }

  @Test
  void a_transporter_is_known_by_the_driver_through_whom_it_was_asked() {
    var booking = aBookingOfferedTo("a", "b");

    assertThat(booking.search().driverOf(new TransporterId("b")))
        .isEqualTo(new DriverId("driver-of-b"));
  }

  @Test
  void an_end_withdraws_every_offer_and_is_told_once() {
    var booking = aBookingOfferedTo("a", "b");

    var expired = booking.expire();

    assertThat(expired.withdrawnFrom()).isEqualTo(transporters("a", "b"));
    assertThat(expired.expiredAt()).isEqualTo(after(60));
    assertThat(booking.version()).isEqualTo(2);
    assertThat(booking.endedAt()).contains(after(60));
  }

  private static List<TransporterId> transporters(String... ids) {
    return Arrays.stream(ids).map(TransporterId::new).toList();
  }
}
