package com.weelo.dispatch.broadcast;

import static org.assertj.core.api.Assertions.assertThat;

import com.weelo.dispatch.broadcast.server.NettyServer;
import com.weelo.dispatch.testing.TestStores;
import com.weelo.dispatch.testing.Tokens;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@BroadcastTest
class OffersIT {

  private final Kafka kafka = new Kafka(TestStores.get(), "booking.created.dlt");
  private final NettyServer server;

  OffersIT(NettyServer server) {
    this.server = server;
  }

  @AfterEach
  void close() {
    kafka.close();
  }

  @Test
  void a_captain_hears_of_a_booking_offered_to_it() {
    var captain = People.aCaptain();
    var booking = ABooking.by(People.aCustomer());
    try (var client = connect(captain)) {
      var event = kafka.happened(booking.offeredTo(captain));

      var frame = client.awaitFrame("new_broadcast");

      assertThat(frame.get("id").stringValue()).isEqualTo(event.eventId().toString());
      assertThat(frame.get("offset").longValue()).isEqualTo(1);
      assertThat(frame.get("room").stringValue()).isEqualTo("user:" + captain);
      assertThat(frame.get("data").toString())
          .isEqualTo(
              """
              {"bookingId":"%s","vehicleType":"TRUCK_14FT",\
              "pickup":{"latitude":12.97,"longitude":77.59,"address":"Cubbon Park"},\
              "dropoff":{"latitude":13.2,"longitude":77.71,"address":"Airport"},\
              "price":{"amountMinor":500000,"currency":"INR"},"distanceMeters":420,\
              "tripDistanceMeters":28688,"wave":1,"expiresAt":"2026-03-01T10:01:00Z"}\
              """
                  .formatted(booking.id()));
    }
  }

  @Test
  void ten_captains_get_an_offer_and_the_nine_who_lost_a_withdrawal() {
    var captains = People.captains(10);
    var losers = Arrays.copyOfRange(captains, 1, captains.length);
    var customer = People.aCustomer();
    var clients =
        Stream.concat(Arrays.stream(captains), Stream.of(customer)).map(this::connect).toList();
    try {
      var booking = ABooking.by(customer);
      kafka.happened(booking.offeredTo(captains), 1);
      clients.subList(0, 10).forEach(captain -> captain.awaitFrame("new_broadcast"));

      kafka.happened(booking.acceptedBy(captains[0], losers), 2);

      for (var loser : clients.subList(1, 10)) {
        assertThat(loser.awaitFrame("broadcast_withdrawn").get("data").toString())
            .isEqualTo("{\"bookingId\":\"%s\",\"reason\":\"taken\"}".formatted(booking.id()));
        assertThat(loser.receivedTypes())
            .containsExactly("welcome", "new_broadcast", "broadcast_withdrawn");
      }
      for (var told : Stream.of(clients.getFirst(), clients.getLast()).toList()) {
        var update = told.awaitFrame("booking_updated").get("data");
        assertThat(update.get("status").stringValue()).isEqualTo("accepted");
        assertThat(update.get("version").longValue()).isEqualTo(2);
        assertThat(update.get("transporterId").stringValue()).isEqualTo(captains[0]);
        assertThat(told.received("broadcast_withdrawn")).isEmpty();
      }
    } finally {
      clients.forEach(Client::close);
    }
  }

  @Test
  void an_event_delivered_again_is_not_told_again() {
    var captain = People.aCaptain();
    try (var client = connect(captain)) {
      var event = kafka.happened(ABooking.by(People.aCustomer()).offeredTo(captain));
      kafka.deliver(event);
      var other = ABooking.by(People.aCustomer());
      // On the partition of the first, so that it comes behind both deliveries.
      kafka.deliverAs(event.key(), Kafka.envelope(other.offeredTo(captain), 1));

      var frames = client.awaitFrames("new_broadcast", 2);

      assertThat(frames.getLast().get("data").get("bookingId").stringValue())
          .isEqualTo(other.id().value());
      assertThat(client.offsets()).containsExactly(0L, 1L, 2L);
    }
  }

  @Test
  void an_offer_that_comes_after_its_withdrawal_is_not_told() {
    var captain = People.aCaptain();
    var booking = ABooking.by(People.aCustomer());
    try (var client = connect(captain)) {
      kafka.happened(booking.expiredFor(captain), 2);
      client.awaitFrame("broadcast_withdrawn");

      kafka.happened(booking.offeredTo(captain), 1);
      var next = ABooking.by(People.aCustomer());
      kafka.deliverAs(booking.id().value(), Kafka.envelope(next.offeredTo(captain), 1));

      client.awaitFrame("new_broadcast");
      assertThat(client.received("new_broadcast"))
          .singleElement()
          .satisfies(frame ->
              assertThat(frame.get("data").get("bookingId").stringValue())
                  .isEqualTo(next.id().value()));
    }
  }

  @Test
  void a_captain_hears_on_every_phone_under_the_same_offset() {
    var captain = People.aCaptain();
    try (var phone = connect(captain);
        var tablet = connect(captain)) {
      kafka.happened(ABooking.by(People.aCustomer()).offeredTo(captain));

      assertThat(phone.awaitFrame("new_broadcast")).isEqualTo(tablet.awaitFrame("new_broadcast"));
    }
  }

  @Test
  void what_is_no_event_is_put_aside_and_holds_nothing_up() {
    var captain = People.aCaptain();
    var booking = ABooking.by(People.aCustomer());
    try (var client = connect(captain)) {
      kafka.poison("booking.created", booking.id().value());
      kafka.happened(booking.offeredTo(captain));

      client.awaitFrame("new_broadcast");
      var letter = kafka.topics().awaitKey("booking.created.dlt", booking.id().value());
      assertThat(letter.headers().get("dlt-worker")).isEqualTo("broadcast-worker.events");
    }
  }

  private Client connect(String user) {
    return Client.connect(server.port(), Tokens.transporter(user)).welcomed();
  }
}
