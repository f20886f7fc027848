package com.weelo.dispatch.broadcast;

import static org.assertj.core.api.Assertions.assertThat;

import com.weelo.dispatch.broadcast.server.NettyServer;
import com.weelo.dispatch.events.TripStatus;
import com.weelo.dispatch.testing.TestStores;
import com.weelo.dispatch.testing.Tokens;
import java.time.Instant;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@BroadcastTest
class PositionsIT {

  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

  private final Kafka kafka = new Kafka(TestStores.get(), "location.updated");
  private final NettyServer server;
  private final String captain = People.aCaptain();
  private final ABooking booking = ABooking.by(People.aCustomer());

  PositionsIT(NettyServer server) {
    this.server = server;
  }

  @AfterEach
  void close() {
    kafka.close();
  }

  @Test
  void who_watches_a_booking_sees_its_driver_move_without_its_offset_moving() {
    try (var customer = customerWhoseBookingIsAccepted()) {
      var offset = customer.awaitFrame("booking_updated").get("offset");
      watch(customer);

      var frame = awaitPosition(customer, 77.60, NOW);

      assertThat(frame.get("room").stringValue()).isEqualTo("booking:" + booking.id());
      assertThat(frame.get("offset")).isEqualTo(offset);
      assertThat(frame.get("data").toString())
          .isEqualTo(
              """
              {"bookingId":"%s","driverId":"%s","latitude":12.97,"longitude":77.6,"speed":31.5,\
              "recordedAt":"2026-03-01T10:00:00Z"}\
              """
                  .formatted(booking.id(), captain));
    }
  }

  @Test
  void positions_are_not_played_again_to_who_comes_back() {
    var token = Tokens.customer(booking.customer());
    try (var customer = customerWhoseBookingIsAccepted()) {
      watch(customer);
      awaitPosition(customer, 77.60, NOW);
    }
    var captainsNext = ABooking.by(booking.customer());
    try (var customer = Client.connect(server.port(), token, "").welcomed()) {
      var welcome = customer.welcome();
      kafka.happened(captainsNext.expiredFor(), 2);
      customer.awaitFrame("booking_updated");
      try (var again =
          Client.resume(
              server.port(),
              token,
              welcome.get("epoch").stringValue(),
              welcome.get("offset").longValue())) {
        again.awaitFrame("booking_updated");
        assertThat(again.receivedTypes()).containsExactly("welcome", "booking_updated");
      }
    }
  }

  @Test
  void nobody_sees_a_driver_go_back_in_time() {
    try (var customer = customerWhoseBookingIsAccepted()) {
      watch(customer);
      awaitPosition(customer, 77.60, NOW);

      kafka.happened(ATrip.drives(captain, 77.50, NOW.minusSeconds(30), null));
      awaitPosition(customer, 77.70, NOW.plusSeconds(30));

      assertThat(customer.received("location_updated"))
          .extracting(frame -> frame.get("data").get("longitude").doubleValue())
          .containsOnly(77.60, 77.70);
    }
  }

  @Test
  void the_fleets_driver_is_seen_while_the_trip_lasts() {
    var driver = People.aCaptain();
    var trip = ATrip.of(booking, captain, driver);
    try (var customer = customerWhoseBookingIsAccepted()) {
      kafka.happened(trip.begins(), 1);
      customer.awaitFrame("assignment_updated");
      watch(customer);
      awaitPosition(customer, driver, 77.60, NOW);

      kafka.happened(trip.reaches(TripStatus.DELIVERED), 2);
      customer.awaitFrames("assignment_updated", 2);
      var seen = customer.received("location_updated").size();
      var next = ABooking.by(booking.customer());
      kafka.happened(next.acceptedBy(captain), 2);
      customer.watch("booking:" + next.id());
      awaitPosition(customer, captain, 77.80, NOW);

      kafka.happened(ATrip.drives(driver, 77.90, NOW.plusSeconds(60), null));
      awaitPosition(customer, captain, 77.81, NOW.plusSeconds(60));
      assertThat(
              customer
                  .received("location_updated")
                  .subList(seen, customer.received("location_updated").size()))
          .extracting(frame -> frame.get("data").get("longitude").doubleValue())
          .doesNotContain(77.90);
    }
  }

  @Test
  void a_drivers_position_over_its_socket_goes_to_kafka() {
    try (var driver = connect(Tokens.ownerDriver(captain))) {
      driver.send(
          """
          {'type':'location','latitude':12.97,'longitude':77.59,'speed':31.5,'bearing':180,\
          'accuracy':5,'recordedAt':'2026-03-01T10:00:00Z','sequence':7,\
          'vehicleType':'TRUCK_14FT','unknown':1}\
          """);

      var record = kafka.topics().awaitKey("location.updated", captain);
      assertThat(record.value())
          .contains(
              """
              "data":{"driverId":"%s","transporterId":"%s","fix":{"latitude":12.97,\
              "longitude":77.59,"speed":31.5,"bearing":180.0,"accuracy":5.0,\
              "recordedAt":"2026-03-01T10:00:00Z","sequence":7,"vehicleType":"TRUCK_14FT"}}\
              """
                  .formatted(captain, captain));
      assertThat(driver.receivedTypes()).containsExactly("welcome");
    }
  }

  @Test
  void a_fleets_driver_reports_for_its_fleet() {
    var fleet = People.aCaptain();
    try (var driver = connect(Tokens.driver(captain, fleet))) {
      driver.send("{'type':'location','latitude':12.97,'longitude':77.59}");

      assertThat(kafka.topics().awaitKey("location.updated", captain).value())
          .contains("\"transporterId\":\"%s\"".formatted(fleet));
    }
  }

  @Test
  void a_driver_reports_nobody_elses_position() {
    try (var driver = connect(Tokens.ownerDriver(captain))) {
      driver.send("{'type':'location','driverId':'other','latitude':12.97,'longitude':77.59}");

      assertThat(driver.awaitFrame("error").get("code").stringValue()).isEqualTo("FORBIDDEN");
    }
  }

  private Client connect(String token) {
    return Client.connect(server.port(), token).welcomed();
  }

  /** It has heard so. */
  private Client customerWhoseBookingIsAccepted() {
    var customer = connect(Tokens.customer(booking.customer()));
    kafka.happened(booking.acceptedBy(captain), 2);
    customer.awaitFrame("booking_updated");
    return customer;
  }

  private void watch(Client client) {
    client.watch("booking:" + booking.id());
  }

  private JsonNode awaitPosition(Client client, double longitude, Instant at) {
    return awaitPosition(client, captain, longitude, at);
  }

  /** Reports until it is seen: positions before somebody watches are dropped. */
  private JsonNode awaitPosition(Client client, String driver, double longitude, Instant at) {
    return Awaitility.await("the driver at " + longitude)
        .until(
            () -> {
              kafka.happened(ATrip.drives(driver, longitude, at, 31.5));
              return client.received("location_updated").stream()
                  .filter(frame -> frame.get("data").get("longitude").doubleValue() == longitude)
                  .toList();
            },
            frames -> !frames.isEmpty())
        .getFirst();
  }
}
