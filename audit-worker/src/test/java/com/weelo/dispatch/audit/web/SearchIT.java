package com.weelo.dispatch.audit.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.weelo.dispatch.audit.AuditTest;
import com.weelo.dispatch.audit.testing.Api;
import com.weelo.dispatch.events.EventIds;
import com.weelo.dispatch.testing.KafkaProbe;
import com.weelo.dispatch.testing.TestStores;
import com.weelo.dispatch.testing.Tokens;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@AuditTest
class SearchIT {

  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  private final Api api;
  private final KafkaProbe kafka = KafkaProbe.fromNow(TestStores.get(), "audit.log");
  private final String booking = "booking-" + EventIds.next();
  private final String customer = "asha-" + EventIds.next();

  private final MeterRegistry meters;

  SearchIT(@LocalServerPort int port, @Autowired MeterRegistry meters) {
    this.api = new Api(port);
    this.meters = meters;
  }

  @AfterEach
  void close() {
    kafka.close();
  }

  @Test
  void a_history_is_whole_and_in_the_order_in_which_it_happened() {
    send("booking.created", 0);
    send("booking.completed", 20);
    send("booking.accepted", 10);
    awaitRecords(3);

    assertThat(types(api.get("/entities/" + booking).body()))
        .containsExactly("booking.created", "booking.accepted", "booking.completed");
    assertThat(types(api.get("/entities/" + customer).body())).hasSize(3);
    assertThat(types(api.get("/entities/nobody").body())).isEmpty();
  }

  @Test
  void seals_and_verifications_are_counted() {
    var sealed = meters.get("dispatch.audit.seals").counter();
    var sealedBefore = sealed.count();
    var intact = meters.get("dispatch.audit.verifications").tag("outcome", "intact").counter();
    var intactBefore = intact.count();

    assertThat(api.get("/verify").status()).isEqualTo(200);

    assertThat(intact.count()).isEqualTo(intactBefore + 1);
    await().until(() -> sealed.count() > sealedBefore);
  }

  @Test
  void a_record_is_shown_as_it_came() {
    send("booking.created", 0);
    awaitRecords(1);

    var record = api.get("/entities/" + booking).body().at("/records/0");
    assertThat(record.path("topic").asString()).isEqualTo("booking.created");
    assertThat(record.path("key").asString()).isEqualTo(booking);
    assertThat(record.path("actor").asString()).isEqualTo(customer);
    assertThat(record.path("occurredAt").asString()).isEqualTo(NOON.toString());
    assertThat(record.at("/event/data/bookingId").asString()).isEqualTo(booking);
    assertThat(record.at("/headers/event-type").asString()).isEqualTo("booking.created");
    assertThat(record.path("hash").asString()).hasSize(64);
  }

  @Test
  void a_search_is_by_entity_type_actor_and_time_newest_first() {
    send("booking.created", 0);
    send("booking.accepted", 10);
    send("booking.completed", 20);
    awaitRecords(3);

    assertThat(types(search("")))
        .containsExactly("booking.completed", "booking.accepted", "booking.created");
    assertThat(types(search("&type=booking.accepted"))).containsExactly("booking.accepted");
    assertThat(types(search("&actor=" + customer))).containsExactly("booking.created");
    assertThat(types(search("&from=" + NOON.plusSeconds(10) + "&to=" + NOON.plusSeconds(20))))
        .containsExactly("booking.accepted");
    assertThat(types(api.get("?actor=" + customer).body())).containsExactly("booking.created");
  }

  @Test
  void pages_follow_each_other_without_holes_or_repeats() {
    for (int second = 0; second < 4; second++) { // two at each moment
      send("booking.created", second);
      send("booking.accepted", second);
    }
    awaitRecords(8);

    var seen = new ArrayList<String>();
    @Nullable String next = "";
    while (next != null) {
      var page = search("&limit=2" + (next.isEmpty() ? "" : "&cursor=" + next));
      page.path("records").forEach(record -> seen.add(record.path("eventId").asString()));
      next = page.path("next").isMissingNode() ? null : page.path("next").asString();
    }

    assertThat(seen).hasSize(8).doesNotHaveDuplicates();
  }

  @Test
  void what_is_no_event_is_shown_by_its_bytes() {
    kafka.send("booking.created", booking, new byte[] {-1, 0, 1}, Map.of());
    kafka.send("booking.created", booking, null, Map.of());
    await().until(() -> search("").path("records").size(), is -> is == 2);

    var records = api.get("/entities/" + booking).body().path("records");
    assertThat(records.get(0).path("value").asString())
        .isEqualTo(Base64.getEncoder().encodeToString(new byte[] {-1, 0, 1}));
    assertThat(records.get(0).has("event")).isFalse();
    assertThat(records.get(1).has("value")).isFalse();
  }

  @Test
  void an_export_is_a_line_for_each_record_with_its_very_bytes() {
    send("booking.created", 0);
    send("booking.accepted", 10);
    awaitRecords(2);

    var lines =
        api.get("/export?from=" + NOON + "&to=" + NOON.plusSeconds(60) + "&entity=" + booking)
            .content()
            .lines()
            .toList();

    assertThat(lines).hasSize(3);
    assertThat(lines.getFirst())
        .contains(Base64.getEncoder().encodeToString(event("booking.created", 0).getBytes(UTF_8)));
    assertThat(lines.getLast()).isEqualTo("{\"records\":2,\"complete\":true}");
  }

  @Test
  void sql_in_a_filter_is_a_text_that_is_not_found() {
    var sql = Api.encode("' OR '1'='1'; DROP TABLE records; --");

    assertThat(types(api.get("?entity=" + sql).body())).isEmpty();
    assertThat(types(api.get("?type=" + sql).body())).isEmpty();
    assertThat(types(api.get("?actor=" + sql).body())).isEmpty();
    assertThat(types(api.get("/entities/" + sql).body())).isEmpty();
  }

  @Test
  void every_look_is_noted_with_who_and_what() {
    search("");
    api.get("/entities/" + booking);
    api.get("/export?from=" + NOON + "&to=" + NOON.plusSeconds(1) + "&entity=" + booking);
    api.get(Tokens.ops("inspector-" + booking), "/verify?from=" + NOON);

    awaitNote("audit.searched", booking);
    awaitNote("audit.history_viewed", booking);
    awaitNote("audit.exported", booking);
    awaitNote("audit.verified", "inspector-" + booking);
    await().until(() -> search("&type=audit.log").path("records").size(), is -> is > 0);
  }

  @Test
  void the_record_is_for_operators_only() {
    for (var path : List.of("", "/entities/x", "/export?from=" + NOON, "/verify")) {
      assertThat(api.get(Tokens.customer("c-1"), path).status()).isEqualTo(403);
      assertThat(api.get(Tokens.transporter("t-1"), path).status()).isEqualTo(403);
      assertThat(api.get(null, path).status()).isEqualTo(401);
    }
  }

  @Test
  void a_record_that_nobody_touched_is_verified() {
    send("booking.created", 0);
    awaitRecords(1);

    var answer = api.get("/verify").body();

    assertThat(answer.path("findings")).isEmpty();
    assertThat(answer.path("verified").asBoolean()).isTrue();
    assertThat(answer.path("records").asLong()).isPositive();
    assertThat(answer.get("firstBroken").isNull()).isTrue();
  }

  private JsonNode search(String more) {
    return api.get("?entity=" + booking + more).body();
  }

  private void awaitNote(String action, String about) {
    kafka.await(
        "audit.log",
        note -> {
          var text = String.valueOf(note.value());
          return text.contains("\"" + action + "\"") && text.contains(about);
        });
  }

  private void awaitRecords(int records) {
    await().untilAsserted(() -> assertThat(types(search(""))).hasSize(records));
  }

  /** But for the notes of our own looks. */
  private static List<String> types(JsonNode page) {
    return StreamSupport.stream(page.path("records").spliterator(), false)
        .map(record -> record.path("eventType").asString(""))
        .filter(type -> !type.equals("audit.log"))
        .toList();
  }

  private void send(String type, int seconds) {
    kafka.send(type, booking, event(type, seconds).getBytes(UTF_8), Map.of("event-type", type));
  }

  private UUID eventId(String type, int seconds) {
    return UUID.nameUUIDFromBytes((booking + type + seconds).getBytes(UTF_8));
  }

  private String event(String type, int seconds) {
    return """
    {"eventId":"%s","eventType":"%s","eventVersion":"1.0","timestamp":"%s",
     "data":{"bookingId":"%s","customerId":"%s","transporterId":"kaveri"},"metadata":{}}
    """
        .formatted(eventId(type, seconds), type, NOON.plusSeconds(seconds), booking, customer);
  }
}
