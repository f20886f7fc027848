package com.weelo.dispatch.booking;

import static com.weelo.dispatch.booking.Places.somewhere;
import static org.assertj.core.api.Assertions.assertThat;

import com.weelo.dispatch.events.GeoPoint;
import com.weelo.dispatch.testing.TestClock;
import com.weelo.dispatch.testing.Tokens;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@BookingServiceTest
class ReadingBookingsIT {

  private final Api api;
  private final Captains captains;
  private final TestClock clock;
  private final GeoPoint place = somewhere();
  private final String customer = "customer-" + UUID.randomUUID();
  private final String token = Tokens.customer(customer);

  @Autowired
  ReadingBookingsIT(Api api, Captains captains, TestClock clock) {
    this.api = api;
    this.captains = captains;
    this.clock = clock;
  }

  @Test
  void a_booking_is_read_by_its_customer_its_transporter_and_ops_and_by_nobody_else() {
    var near = captains.near(place, 2);
    var booking = api.books(customer, place).bookingId();
    api.accepts(near.getFirst(), booking);
    var path = "/bookings/" + booking;

    var read = api.get(token, path);

    assertThat(read.status()).isEqualTo(200);
    assertThat(read.text("customerId")).isEqualTo(customer);
    assertThat(read.text("vehicleType")).isEqualTo("TRUCK_14FT");
    assertThat(read.body().path("pickup").path("latitude").asDouble()).isEqualTo(place.latitude());
    assertThat(api.get(Tokens.ownerDriver(near.getFirst()), path).body()).isEqualTo(read.body());
    assertThat(api.get(Tokens.ops("ops"), path).body()).isEqualTo(read.body());
    for (var stranger :
        List.of(
            Tokens.customer("stranger"),
            Tokens.ownerDriver(near.getLast()),
            Tokens.transporter("t"))) {
      for (var view : List.of(path, path + "/timeline")) {
        assertThat(api.get(stranger, view).status()).as(view).isEqualTo(404);
      }
    }
  }

  @Test
  void the_active_booking_is_the_one_not_yet_over() {
    var path = "/bookings/active";
    assertThat(api.get(token, path).status()).isEqualTo(404);
    var captain = captains.at(place, 100);
    var booking = api.books(customer, place).bookingId();
    assertThat(api.get(token, path).bookingId()).isEqualTo(booking);
    assertThat(api.get(Tokens.ownerDriver(captain), path).status()).isEqualTo(404);

    api.accepts(captain, booking);
    assertThat(api.get(token, path).text("status")).isEqualTo("accepted");
    assertThat(api.get(Tokens.ownerDriver(captain), path).bookingId()).isEqualTo(booking);

    api.cancels(token, booking);
    assertThat(api.get(token, path).status()).isEqualTo(404);
  }

  @Test
  void a_booking_whose_time_is_up_is_not_active() {
    api.books(customer, place);
    clock.letPass(Duration.ofSeconds(61));

    assertThat(api.get(token, "/bookings/active").status()).isEqualTo(404);
  }

  @Test
  void pages_follow_each_other_newest_first_without_gap_or_repetition() {
    var made = bookAndCancel(5);
    Collections.reverse(made);

    var first = api.get(token, "/bookings?limit=2");
    var second = api.get(token, "/bookings?limit=2&cursor=" + first.text("nextCursor"));
    var last = api.get(token, "/bookings?limit=2&cursor=" + second.text("nextCursor"));

    assertThat(ids(first)).isEqualTo(made.subList(0, 2));
    assertThat(ids(second)).isEqualTo(made.subList(2, 4));
    assertThat(ids(last)).isEqualTo(made.subList(4, 5));
    assertThat(last.body().has("nextCursor")).isFalse();
  }

  @Test
  void a_list_holds_the_callers_own_bookings_of_the_status_wanted() {
    var cancelled = bookAndCancel(1);
    var captain = captains.at(place, 100);
    var accepted = api.books(customer, place).bookingId();
    api.accepts(captain, accepted);
    api.books("other-" + customer, somewhere());

    assertThat(ids(api.get(token, "/bookings?status=cancelled"))).isEqualTo(cancelled);
    assertThat(ids(api.get(token, "/bookings?status=accepted"))).containsExactly(accepted);
    assertThat(ids(api.get(token, "/bookings?status=completed"))).isEmpty();
    assertThat(ids(api.get(token, "/bookings"))).containsExactly(accepted, cancelled.getFirst());
    assertThat(ids(api.get(Tokens.ownerDriver(captain), "/bookings"))).containsExactly(accepted);
    assertThat(ids(api.get(Tokens.ops("ops"), "/bookings?limit=100")))
        .contains(accepted, cancelled.getFirst());
  }

  @Test
  void one_whose_time_is_up_is_listed_as_expired() {
    var booking = api.books(customer, place).bookingId();
    assertThat(ids(api.get(token, "/bookings?status=searching"))).containsExactly(booking);
    clock.letPass(Duration.ofSeconds(61));

    assertThat(ids(api.get(token, "/bookings?status=searching"))).isEmpty();
    assertThat(ids(api.get(token, "/bookings?status=expired"))).containsExactly(booking);
  }

  private List<String> bookAndCancel(int times) {
    var made = new ArrayList<String>();
    for (var n = 0; n < times; n++) {
      made.add(api.books(customer, place).bookingId());
      api.cancels(token, made.getLast());
    }
    return made;
  }

  private static List<String> ids(Answer page) {
    return page.body()
        .path("bookings")
        .valueStream()
        .map(booking -> booking.path("bookingId").asString())
        .toList();
  }
}
