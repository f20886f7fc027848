package com.weelo.dispatch.analytics.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.weelo.dispatch.analytics.testing.Kafka;
import com.weelo.dispatch.analytics.testing.LiveStream;
import com.weelo.dispatch.analytics.testing.Market;
import com.weelo.dispatch.events.DomainEvent;
import com.weelo.dispatch.events.DriverId;
import com.weelo.dispatch.events.EventEnvelope;
import com.weelo.dispatch.events.EventIds;
import com.weelo.dispatch.events.EventMetadata;
import com.weelo.dispatch.events.GpsFix;
import com.weelo.dispatch.events.LocationEvent;
import com.weelo.dispatch.events.TransporterId;
import com.weelo.dispatch.testing.ApiClient;
import com.weelo.dispatch.testing.StoresTest;
import com.weelo.dispatch.testing.Tokens;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@StoresTest(
    database = "analytics",
    properties = {"dispatch.analytics.frame-interval=100ms", "dispatch.analytics.quiet-after=2s"})
class LivePageIT {

  private static final String OPS = Tokens.ops("an-operator");

  private final int port;
  private final Kafka kafka = new Kafka();

  LivePageIT(@LocalServerPort int port) {
    this.port = port;
  }

  @AfterEach
  void close() {
    kafka.close();
  }

  @Test
  void who_comes_gets_the_whole_first() throws Exception {
    try (var page = LiveStream.open(port, OPS)) {
      assertThat(page.next().name()).isEqualTo("snapshot");
      page.await("figures", figures -> figures.path("minutes").size() == 60);
      page.await("health", health -> !health.path("groups").isEmpty());
      page.await("cells", cells -> cells.has("cells"));
    }
  }

  @Test
  void a_captain_who_is_heard_of_moves_and_one_who_falls_silent_is_shown_as_such()
      throws Exception {
    var driver = "driver-" + EventIds.next();
    try (var page = LiveStream.open(port, OPS)) {
      page.next();

      await()
          .until(() -> {
            kafka.send(List.of(position(driver)));
            return page.hasSeen("captains", changes -> isThere(changes, driver, "free"));
          });

      page.await("captains", changes -> isThere(changes, driver, "stale"));
    }
  }

  @Test
  void a_booking_is_followed_from_its_making_to_its_end() throws Exception {
    try (var page = LiveStream.open(port, OPS)) {
      page.next();
      var seed = new AtomicInteger(21);

      // Who watches begins with now, which on each topic is another moment: until it has begun on
      // all of them, a trade may go by half seen; and what changes twice between two looks is seen
      // as it is in the end.
      await()
          .until(() -> {
            kafka.send(Market.trading(seed.getAndIncrement(), Instant.now(), 10));
            return page.hasSeen("bookings", changes -> has(changes, "status", "searching"))
                && page.hasSeen("bookings", changes -> has(changes, "status", "completed"))
                && page.hasSeen("events", LivePageIT::tellOfABooking);
          });
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/index.html", "/js/main.js", "/webjars/leaflet/dist/leaflet.js"})
  void the_page_and_its_parts_need_no_token(String path) throws Exception {
    var answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build(),
                BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("default-src 'none'");
  }

  @Test
  void what_an_app_tells_is_taken_and_what_it_should_not_tell_is_not() {
    var api = new ApiClient(port);
    var app = Tokens.customer("a-customer");

    assertThat(api.post(app, "/analytics/events", "{\"name\":\"screen.opened\"}").status())
        .isEqualTo(202);
    assertThat(api.post(app, "/analytics/events", "{\"name\":\"No Such Name!\"}").badFields())
        .containsExactly("name");
    assertThat(api.post(app, "/analytics/events", "[]").status()).isEqualTo(400);
    assertThat(api.post(null, "/analytics/events", "{\"name\":\"a\"}").status()).isEqualTo(401);
  }

  private static boolean isThere(JsonNode changes, String driver, String state) {
    return changes
        .path("changed")
        .valueStream()
        .anyMatch(captain ->
            captain.path("id").asString("").equals(driver)
                && captain.path("state").asString("").equals(state));
  }

  private static boolean tellOfABooking(JsonNode events) {
    return events
        .path("events")
        .valueStream()
        .anyMatch(event -> event.path("type").asString("").equals("booking.created"));
  }

  private static boolean has(JsonNode changes, String field, String value) {
    return changes
        .path("changed")
        .valueStream()
        .anyMatch(changed -> changed.path(field).asString("").equals(value));
  }

  private static EventEnvelope<DomainEvent> position(String driver) {
    var now = Instant.now();
    return new EventEnvelope<>(
        EventIds.next(),
        now,
        new LocationEvent.Updated(
            new DriverId(driver),
            new TransporterId("a-transporter"),
            new GpsFix(12.97, 77.59, null, null, null, now, null, null)),
        new EventMetadata("a-test", "test", "a-correlation", null, null));
  }
}
