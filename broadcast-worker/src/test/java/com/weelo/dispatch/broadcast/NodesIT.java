package com.weelo.dispatch.broadcast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.weelo.dispatch.broadcast.server.NettyServer;
import com.weelo.dispatch.testing.StoresInitializer;
import com.weelo.dispatch.testing.TestStores;
import com.weelo.dispatch.testing.Tokens;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.Environment;

/** Two nodes share the work and one Redis. */
@BroadcastTest
class NodesIT {

  private final Kafka kafka = new Kafka(TestStores.get());
  private final String captain = People.aCaptain();
  private final String token = Tokens.transporter(captain);
  private final Environment environment;
  private final NettyServer first;
  private final Node second;

  NodesIT(NettyServer first, Environment environment) {
    this.first = first;
    this.environment = environment;
    this.second = nodeWith("dispatch.broadcast.sockets.reconnect-within=100ms");
  }

  private Node nodeWith(String property) {
    var group = StoresInitializer.GROUP_SUFFIX;
    return Node.on(
        TestStores.get(),
        group + "=" + environment.getProperty(group),
        "dispatch.redis.command-timeout=30s",
        property);
  }

  @AfterEach
  void close() {
    second.close();
    kafka.close();
  }

  @Test
  void whichever_node_takes_an_event_the_user_hears_of_it_on_both() {
    try (var here = Client.connect(first.port(), token).welcomed();
        var there = Client.connect(second.port(), token).welcomed()) {
      for (var i = 0; i < 20; i++) { // spread over the partitions, and so over the nodes
        kafka.happened(ABooking.by(People.aCustomer()).offeredTo(captain));
      }

      assertThat(here.awaitFrames("new_broadcast", 20))
          .isEqualTo(there.awaitFrames("new_broadcast", 20));
    }
  }

  @Test
  void who_was_on_one_node_recovers_on_the_other() {
    String epoch;
    try (var client = Client.connect(first.port(), token).welcomed()) {
      epoch = client.welcome().get("epoch").stringValue();
      kafka.happened(ABooking.by(People.aCustomer()).offeredTo(captain));
      client.awaitFrame("new_broadcast");
      kafka.happened(ABooking.by(People.aCustomer()).offeredTo(captain));
      client.awaitFrames("new_broadcast", 2);
    }
    try (var client = Client.resume(second.port(), token, epoch, 1)) {
      client.awaitFrame("new_broadcast");

      assertThat(client.welcome().get("recovered").booleanValue()).isTrue();
      assertThat(client.offsets()).containsExactly(1L, 2L);
    }
  }

  @Test
  void who_watches_a_booking_on_one_node_sees_the_driver_that_reports_to_the_other() {
    var booking = ABooking.by(People.aCustomer());
    try (var customer =
            Client.connect(first.port(), Tokens.customer(booking.customer())).welcomed();
        var driver = Client.connect(second.port(), Tokens.ownerDriver(captain)).welcomed()) {
      kafka.happened(booking.acceptedBy(captain), 2);
      customer.awaitFrame("booking_updated");
      customer.watch("booking:" + booking.id());
      await()
          .until(() -> {
            driver.send("{'type':'location','latitude':12.97,'longitude':77.59}");
            return !customer.received("location_updated").isEmpty();
          });
    }
  }

  @Test
  void a_node_that_is_asked_to_stop_is_not_ready_and_serves_on_until_it_goes() {
    var node = nodeWith("dispatch.shutdown.drain=10m");
    var going = Thread.ofPlatform().start(node::close);
    await().until(() -> readiness(node) == 503);

    try (var late = Client.connect(node.port(), token).welcomed()) {
      going.interrupt(); // the time is over

      late.awaitFrame("go_away");
      assertThat(late.closeCode()).isEqualTo(1001);
    }
  }

  private static int readiness(Node node) throws Exception {
    var readiness = "http://localhost:%d/actuator/health/readiness".formatted(node.port());
    try (var http = HttpClient.newHttpClient()) {
      return http.send(
              HttpRequest.newBuilder(URI.create(readiness)).build(), BodyHandlers.discarding())
          .statusCode();
    }
  }

  @Test
  void a_node_that_goes_away_says_so_and_the_other_goes_on_where_it_stopped() {
    String epoch;
    try (var client = Client.connect(second.port(), token).welcomed()) {
      epoch = client.welcome().get("epoch").stringValue();
      second.close();

      assertThat(client.closeCode()).isEqualTo(1001);
      assertThat(client.awaitFrame("go_away").get("reconnectAfterMs").longValue())
          .isBetween(0L, 100L);
    }
    kafka.happened(ABooking.by(People.aCustomer()).offeredTo(captain));
    try (var client = Client.resume(first.port(), token, epoch, 0)) {
      client.awaitFrame("new_broadcast");

      assertThat(client.offsets()).containsExactly(0L, 1L);
    }
  }
}
