package com.weelo.dispatch.broadcast;

import static org.assertj.core.api.Assertions.assertThat;

import com.weelo.dispatch.broadcast.server.NettyServer;
import com.weelo.dispatch.events.TripStatus;
import com.weelo.dispatch.testing.TestStores;
import com.weelo.dispatch.testing.Tokens;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@BroadcastTest
class OrdersIT {

  private final Kafka kafka = new Kafka(TestStores.get());
  private final NettyServer server;
  private final String transporter = People.aCaptain();
  private final AnOrder order = AnOrder.by(People.aCustomer());

  OrdersIT(NettyServer server) {
    this.server = server;
  }

  @AfterEach
  void close() {
    kafka.close();
  }

  @Test
  void a_transporter_hears_of_an_order_offered_to_it() {
    try (var client = connect(Tokens.transporter(transporter))) {
      var event = kafka.happened(order.offeredTo(transporter), 3);

      var frame = client.awaitFrame("new_broadcast");

      assertThat(frame.get("id").stringValue()).isEqualTo(event.eventId().toString());
      assertThat(frame.get("room").stringValue()).isEqualTo("user:" + transporter);
      assertThat(frame.get("data").toString())
          .isEqualTo(
              """
              {"orderId":"%s","vehicleType":"TRUCK_14FT","vehicleSubtype":"open","open":5,\
              "pickup":{"latitude":12.97,"longitude":77.59,"address":"Cubbon Park"},\
              "dropoff":{"latitude":13.2,"longitude":77.71,"address":"Airport"},\
              "price":{"amountMinor":500000,"currency":"INR"},"distanceMeters":420,\
              "tripDistanceMeters":28688,"wave":1,"expiresAt":"2026-03-01T10:05:00Z",\
              "version":3}\
              """
                  .formatted(order.id()));
    }
  }

  @Test
  void when_a_kind_is_filled_the_customer_hears_it_and_the_others_lose_their_offer() {
    try (var customer = connect(Tokens.customer(order.customer()));
        var loser = connect(Tokens.transporter(transporter))) {
      kafka.happened(order.filledFor(transporter), 4);

      assertThat(loser.awaitFrame("broadcast_withdrawn").get("data").toString())
          .isEqualTo(
              """
              {"orderId":"%s","vehicleType":"TRUCK_14FT","reason":"taken","version":4}\
              """
                  .formatted(order.id()));
      assertThat(customer.awaitFrame("truck_request_filled").get("data").toString())
          .isEqualTo(
              """
              {"orderId":"%s","vehicleType":"TRUCK_14FT","quantity":5,"version":4}\
              """
                  .formatted(order.id()));
    }
  }

  @Test
  void the_customer_and_whoever_watches_hear_of_each_step_once() {
    kafka.happened(order.made(), 1);
    try (var customer = connect(Tokens.customer(order.customer()));
        var ops = connect(Tokens.ops("ops-" + People.aCustomer()))) {
      watch(customer);
      watch(ops);

      kafka.happened(order.partlyFilled(), 5);
      kafka.happened(order.givenUp("cancelled", "customer"), 6);

      for (var client : List.of(customer, ops)) {
        assertThat(client.awaitFrames("order_updated", 2))
            .extracting(frame -> frame.get("data").get("status").stringValue())
            .containsExactly("partially_filled", "cancelled");
      }
      assertThat(customer.received("order_updated"))
          .extracting(frame -> frame.get("room").stringValue())
          .containsOnly("user:" + order.customer());
      assertThat(ops.received("order_updated"))
          .extracting(frame -> frame.get("room").stringValue())
          .containsOnly("order:" + order.id());
    }
  }

  @Test
  void offers_that_come_after_their_kind_was_filled_are_not_told_but_newer_ones_are() {
    try (var client = connect(Tokens.transporter(transporter))) {
      kafka.happened(order.filledFor(transporter), 7);
      client.awaitFrame("broadcast_withdrawn");

      kafka.happened(order.offered(AnOrder.TRUCK, transporter), 5);
      kafka.happened(order.offered(AnOrder.TIPPER, transporter), 6);
      kafka.happened(order.offered(AnOrder.TRUCK, transporter), 9);

      assertThat(client.awaitFrames("new_broadcast", 2))
          .extracting(frame -> frame.get("data").get("version").longValue())
          .containsExactly(6L, 9L);
    }
  }

  @Test
  void offers_that_come_after_the_end_of_the_search_are_not_told_whatever_their_kind() {
    try (var client = connect(Tokens.transporter(transporter))) {
      kafka.happened(order.confirmedFor(transporter), 7);
      assertThat(client.awaitFrame("broadcast_withdrawn").get("data").toString())
          .isEqualTo(
              "{\"orderId\":\"%s\",\"reason\":\"taken\",\"version\":7}".formatted(order.id()));

      kafka.happened(order.offered(AnOrder.TIPPER, transporter), 5);
      var next = AnOrder.by(People.aCustomer());
      kafka.deliverAs(order.id().value(), Kafka.envelope(next.offeredTo(transporter), 2));

      assertThat(client.awaitFrame("new_broadcast").get("data").get("orderId").stringValue())
          .isEqualTo(next.id().value());
    }
  }

  @Test
  void whose_hold_is_released_hears_of_it() {
    try (var client = connect(Tokens.transporter(transporter))) {
      kafka.happened(order.releasedOf(transporter, "expired"), 5);

      var data = client.awaitFrame("notification").get("data");
      assertThat(data.get("category").stringValue()).isEqualTo("hold_released");
      assertThat(data.get("orderId").stringValue()).isEqualTo(order.id().value());
    }
  }

  @Test
  void nobody_else_can_watch_an_order() {
    kafka.happened(order.offeredTo(transporter), 3);
    try (var asked = connect(Tokens.transporter(transporter))) {
      assertThat(asked.subscribe(room()).get("code").stringValue()).isEqualTo("FORBIDDEN");
    }
  }

  @Test
  void who_serves_an_order_can_watch_it_until_it_has_delivered() {
    var driver = People.aCaptain();
    var trip = ATrip.of(order, transporter, driver);
    kafka.happened(trip.begins(), 1);
    try (var fleet = connect(Tokens.transporter(transporter));
        var atTheWheel = connect(Tokens.driver(driver, transporter))) {
      watch(fleet);
      watch(atTheWheel);
      kafka.happened(order.partlyFilled(), 5);
      fleet.awaitFrame("order_updated");
      atTheWheel.awaitFrame("order_updated");

      kafka.happened(trip.reaches(TripStatus.DELIVERED), 2);
      fleet.awaitFrame(
          "assignment_updated",
          frame -> frame.get("data").get("status").stringValue().equals("delivered"));
      assertThat(fleet.subscribe(room()).get("code").stringValue()).isEqualTo("FORBIDDEN");
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
    return "order:" + order.id();
  }
}
