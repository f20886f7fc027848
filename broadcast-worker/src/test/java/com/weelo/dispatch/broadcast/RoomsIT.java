package com.weelo.dispatch.broadcast;

import static org.assertj.core.api.Assertions.assertThat;

import com.weelo.dispatch.broadcast.server.NettyServer;
import com.weelo.dispatch.events.TripStatus;
import com.weelo.dispatch.testing.TestStores;
import com.weelo.dispatch.testing.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@BroadcastTest
class RoomsIT {

  private final Kafka kafka = new Kafka(TestStores.get());
  private final NettyServer server;
  private final String captain = People.aCaptain();
  private final ABooking booking = ABooking.by(People.aCustomer());

  RoomsIT(NettyServer server) {
    this.server = server;
  }

  @AfterEach
  void close() {
    kafka.close();
  }

  @Test
  void the_customer_can_watch_its_booking() {
    kafka.happened(booking.offeredTo(captain));
    try (var customer = connect(Tokens.customer(booking.customer()))) {
      watch(customer);
    }
  }

  @Test
  void nobody_else_can_watch_it_and_its_socket_stays_open() {
    kafka.happened(booking.offeredTo(captain));
    try (var stranger = connect(Tokens.customer(People.aCustomer()))) {
      assertThat(stranger.subscribe(room()).get("code").stringValue()).isEqualTo("FORBIDDEN");
      stranger.send("{'type':'ping'}").awaitFrame("pong");
    }
  }

  @Test
  void a_captain_can_watch_it_once_it_has_won_it() {
    kafka.happened(booking.offeredTo(captain), 1);
    try (var client = connect(Tokens.transporter(captain))) {
      assertThat(client.subscribe(room()).get("code").stringValue()).isEqualTo("FORBIDDEN");

      kafka.happened(booking.acceptedBy(captain), 2);
      watch(client);
    }
  }

  @Test
  void the_driver_can_watch_it_as_long_as_it_is_assigned() {
    var driver = People.aCaptain();
    var trip = ATrip.of(booking, captain, driver);
    kafka.happened(trip.begins(), 1);
    try (var client = connect(Tokens.driver(driver, captain))) {
      watch(client);

      kafka.happened(trip.reaches(TripStatus.CANCELLED), 2);
      client.awaitFrame(
          "assignment_updated",
          frame -> frame.get("data").get("status").stringValue().equals("cancelled"));
      assertThat(client.subscribe(room()).get("code").stringValue()).isEqualTo("FORBIDDEN");
    }
  }

  @Test
  void ops_can_watch_any_booking_and_hears_of_it_in_its_room() {
    kafka.happened(booking.offeredTo(captain), 1);
    try (var ops = connect(Tokens.ops("ops-" + People.aCustomer()))) {
      watch(ops);

      kafka.happened(booking.acceptedBy(captain), 2);

      assertThat(ops.awaitFrame("booking_updated").get("room").stringValue())
          .isEqualTo("booking:" + booking.id());
    }
  }

  @Test
  void a_customer_who_watches_hears_once_and_as_itself() {
    kafka.happened(booking.offeredTo(captain), 1);
    try (var customer = connect(Tokens.customer(booking.customer()))) {
      watch(customer);

      kafka.happened(booking.acceptedBy(captain), 2);
      kafka.happened(booking.completedBy(captain, captain), 3);
      customer.awaitFrames("booking_updated", 2);

      assertThat(customer.received("booking_updated"))
          .extracting(frame -> frame.get("room").stringValue())
          .containsOnly("user:" + booking.customer())
          .hasSize(2);
    }
  }

  @Test
  void who_no_longer_watches_hears_no_more() {
    kafka.happened(booking.offeredTo(captain), 1);
    try (var ops = connect(Tokens.ops("ops-" + People.aCustomer()))) {
      watch(ops);
      ops.send("{'type':'unsubscribe','room':'booking:%s'}".formatted(booking.id()));
      ops.awaitFrame("unsubscribed");

      kafka.happened(booking.acceptedBy(captain), 2);
      var other = ABooking.by(ops.toString());
      kafka.happened(other.offeredTo(captain), 1);
      ops.send("{'type':'subscribe','room':'booking:%s'}".formatted(other.id()));
      ops.awaitFrames("subscribed", 2);
      kafka.happened(other.acceptedBy(captain), 2);

      ops.awaitFrame("booking_updated");
      assertThat(ops.received("booking_updated"))
          .extracting(frame -> frame.get("room").stringValue())
          .containsExactly("booking:" + other.id());
    }
  }

  @Test
  void everybody_is_in_its_own_room_and_in_nobody_elses() {
    try (var client = connect(Tokens.transporter(captain))) {
      client.send("{'type':'subscribe','room':'user:%s'}".formatted(captain));
      client.awaitFrame("subscribed");

      assertThat(client.subscribe("user:" + booking.customer()).get("code").stringValue())
          .isEqualTo("FORBIDDEN");
    }
  }

  @Test
  void all_whom_a_trip_concerns_hear_of_its_steps() {
    var driver = People.aCaptain();
    var trip = ATrip.of(booking, captain, driver);
    try (var customer = connect(Tokens.customer(booking.customer()));
        var transporter = connect(Tokens.transporter(captain));
        var atTheWheel = connect(Tokens.driver(driver, captain))) {
      kafka.happened(trip.begins(), 1);
      kafka.happened(trip.reaches(TripStatus.ARRIVED), 2);

      for (var client : java.util.List.of(customer, transporter, atTheWheel)) {
        var data =
            client
                .awaitFrame(
                    "assignment_updated",
                    frame -> frame.get("data").get("status").stringValue().equals("arrived"))
                .get("data");
        assertThat(data.get("bookingId").stringValue()).isEqualTo(booking.id().value());
        assertThat(data.get("driverId").stringValue()).isEqualTo(driver);
      }
    }
  }

  private Client connect(String token) {
    return Client.connect(server.port(), token).welcomed();
  }

  private void watch(Client client) {
    client.watch(room());
    assertThat(client.awaitFrame("subscribed").get("room").stringValue()).isEqualTo(room());
  }

  private String room() {
    return "booking:" + booking.id();
  }
}
