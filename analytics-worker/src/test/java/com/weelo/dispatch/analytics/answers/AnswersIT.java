package com.weelo.dispatch.analytics.answers;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.weelo.dispatch.analytics.testing.AnalyticsTables;
import com.weelo.dispatch.analytics.testing.Kafka;
import com.weelo.dispatch.analytics.testing.Market;
import com.weelo.dispatch.events.BookingEvent;
import com.weelo.dispatch.events.DomainEvent;
import com.weelo.dispatch.events.EventEnvelope;
import com.weelo.dispatch.events.NotificationEvent;
import com.weelo.dispatch.events.Offer;
import com.weelo.dispatch.events.PaymentEvent;
import com.weelo.dispatch.events.TruckRequestEvent;
import com.weelo.dispatch.testing.ApiClient;
import com.weelo.dispatch.testing.StoresTest;
import com.weelo.dispatch.testing.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** Of a trade in a week in which nobody else traded. */
@StoresTest(database = "analytics")
class AnswersIT {

  private static final Instant OPENING =
      Instant.now().truncatedTo(ChronoUnit.DAYS).minus(Duration.ofDays(20));
  private static final String SPAN =
      "from=%s&to=%s".formatted(OPENING, OPENING.plus(Duration.ofDays(3)));
  private static final String OPS = Tokens.ops("an-operator");

  private static final List<EventEnvelope<DomainEvent>> TRADE = Market.trading(11, OPENING, 200);

  private static boolean sent;

  private final ApiClient api;
  private final AnalyticsTables tables;

  AnswersIT(@LocalServerPort int port, @Autowired JdbcTemplate jdbc) {
    this.api = new ApiClient(port);
    this.tables = new AnalyticsTables(jdbc);
  }

  @BeforeEach
  void trade() {
    if (!sent) {
      try (var kafka = new Kafka()) {
        kafka.send(TRADE);
      }
      sent = true;
    }
    tables.awaitFactsOf(TRADE);
  }

  @Test
  void the_funnel_counts_how_far_the_bookings_came() {
    var rows = rows("funnel", "day");

    assertThat(sum(rows, "searched")).isEqualTo(200);
    assertThat(sum(rows, "created")).isEqualTo(count(BookingEvent.Created.class));
    assertThat(sum(rows, "accepted")).isEqualTo(count(BookingEvent.Accepted.class));
    assertThat(sum(rows, "assigned")).isEqualTo(count(BookingEvent.Completed.class));
    assertThat(sum(rows, "completed")).isEqualTo(count(BookingEvent.Completed.class));
    assertThat(sum(rows, "offered")).isBetween(sum(rows, "accepted"), sum(rows, "created"));
  }

  @Test
  void conversion_tells_what_became_of_them() {
    var rows = rows("conversion", "day");

    assertThat(sum(rows, "expired")).isEqualTo(count(BookingEvent.Expired.class));
    assertThat(sum(rows, "cancelled")).isEqualTo(count(BookingEvent.Cancelled.class));
    assertThat(rows.getFirst().path("acceptedShare").asDouble())
        .isCloseTo(
            rows.getFirst().path("accepted").asDouble()
                / rows.getFirst().path("created").asDouble(),
            within(0.0001));
  }

  @Test
  void a_vehicle_type_is_asked_about_by_itself() {
    var pickups =
        events(BookingEvent.Created.class).filter(b -> b.vehicleType().code().equals("PICKUP"));

    var rows = rows("funnel", "hour", "&vehicleType=PICKUP");

    assertThat(sum(rows, "created")).isEqualTo(pickups.count());
  }

  @Test
  void waits_for_acceptance_are_known_to_one_part_in_a_hundred() {
    var created = new HashMap<String, Instant>();
    TRADE.stream()
        .filter(event -> event.data() instanceof BookingEvent.Created)
        .forEach(event -> created.put(event.key(), event.timestamp()));
    var waits =
        TRADE.stream()
            .filter(event -> event.data() instanceof BookingEvent.Accepted)
            .map(event -> Duration.between(created.get(event.key()), event.timestamp()).toMillis())
            .sorted()
            .toList();

    var row = rows("acceptance-times", "day").getFirst();

    assertThat(row.path("accepted").asLong()).isEqualTo(waits.size());
    var median = waits.get((waits.size() - 1) / 2);
    assertThat(row.path("p50Ms").asLong()).isCloseTo(median, within(median / 50 + 1));
  }

  @Test
  void timeouts_are_told_by_area() {
    var rows = rows("timeouts", "day");

    assertThat(sum(rows, "expired")).isEqualTo(count(BookingEvent.Expired.class));
    assertThat(rows).allSatisfy(row -> assertThat(row.path("cell").asString("")).startsWith("87"));
  }

  @Test
  void transporters_are_told_by_what_they_made_of_their_offers() {
    var offered = offersByTransporter();

    var rows = rows("transporters", "day");

    assertThat(rows)
        .allSatisfy(row ->
            assertThat(row.path("offered").asLong())
                .isEqualTo(offered.getOrDefault(row.path("transporterId").asString(""), 0L)));
    assertThat(sum(rows, "accepted"))
        .isEqualTo(count(BookingEvent.Accepted.class) + count(TruckRequestEvent.Accepted.class));
  }

  @Test
  void fairness_is_the_gini_coefficient_of_offers() {
    var offers = offersByTransporter().values().stream().sorted().toList();
    var weighted = 0.0;
    for (var place = 0; place < offers.size(); place++) {
      weighted += (place + 1) * (double) offers.get(place);
    }
    var total = offers.stream().mapToLong(Long::longValue).sum();
    var n = offers.size();

    var row = rows("fairness", "day").getFirst();

    assertThat(row.path("transporters").asInt()).isEqualTo(n);
    assertThat(row.path("gini").asDouble())
        .isCloseTo(2 * weighted / (n * (double) total) - (n + 1.0) / n, within(0.0001));
  }

  @Test
  void revenue_is_shared_out_among_vehicle_types_and_nothing_is_lost() {
    var paid = events(PaymentEvent.Completed.class).mapToLong(p -> p.amount().amountMinor()).sum();

    var rows = rows("revenue", "day");

    assertThat(sum(rows, "amountMinor")).isCloseTo(paid, within((long) rows.size()));
    assertThat(rows)
        .extracting(row -> row.path("vehicleType").asString(""))
        .containsOnly("PICKUP", "TRUCK_14FT", "TRUCK_20FT");
  }

  @Test
  void demand_is_told_by_area() {
    assertThat(sum(rows("demand-supply", "day"), "demand"))
        .isEqualTo(count(BookingEvent.Created.class));
  }

  @Test
  void delivery_is_told_by_channel_and_outcome() {
    var outcomes =
        events(NotificationEvent.Delivery.class)
            .collect(groupingBy(NotificationEvent.Delivery::outcome, counting()));

    var rows = rows("delivery", "day");

    assertThat(rows)
        .allSatisfy(row -> {
          assertThat(row.path("channel").asString("")).isEqualTo("fcm");
          assertThat(row.path("messages").asLong())
              .isEqualTo(outcomes.get(row.path("outcome").asString("")));
        });
    assertThat(rows).hasSameSizeAs(outcomes.keySet());
  }

  @Test
  void the_fleet_is_used_for_some_part_of_its_time() {
    assertThat(rows("fleet-utilisation", "hour"))
        .isNotEmpty()
        .allSatisfy(row -> {
          assertThat(row.path("utilisation").asDouble()).isBetween(0.0, 1.0);
          assertThat(row.path("busySeconds").asLong()).isPositive();
        });
  }

  @Test
  void an_answer_comes_as_a_table_too() {
    var answer = api.get(OPS, "/analytics/funnel?bucket=day&" + SPAN, "text/csv");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.content().lines().toList())
        .hasSizeGreaterThan(1)
        .first()
        .isEqualTo("start,searched,created,offered,accepted,assigned,completed");
  }

  @Test
  void a_booking_is_told_from_its_events() {
    var accepted = events(BookingEvent.Completed.class).findFirst().orElseThrow().bookingId();

    var subject = api.get(OPS, "/analytics/subjects/" + accepted.value()).body();

    assertThat(subject.path("kind").asString("")).isEqualTo("booking");
    assertThat(subject.path("status").asString("")).isEqualTo("completed");
    assertThat(subject.path("milestones").propertyNames())
        .contains("createdAt", "offeredAt", "acceptedAt", "assignedAt", "completedAt");
    assertThat(types(subject))
        .startsWith("booking.created")
        .containsSubsequence("booking.accepted", "assignment.created", "booking.completed");
    assertThat(subject.path("decisions"))
        .extracting(decision -> decision.path("outcome").asString(""))
        .containsOnlyOnce("accepted")
        .doesNotContain("open");
  }

  @Test
  void every_question_says_what_its_figures_mean() {
    assertThat(api.get(OPS, "/analytics").body())
        .hasSize(Question.values().length)
        .allSatisfy(question ->
            assertThat(question.path("definition").asString("")).hasSizeGreaterThan(40));
  }

  @ParameterizedTest
  @EnumSource
  void nothing_is_a_fine_answer(Question question) {
    var answer =
        api.get(
            OPS,
            "/analytics/%s?from=2001-01-01T00:00:00Z&to=2001-01-02T00:00:00Z"
                .formatted(question.path()));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body().path("rows")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "bucket=fortnight,                                            bucket",
    "from=2026-05-02T00:00:00Z&to=2026-05-01T00:00:00Z,           from",
    "from=2016-05-01T00:00:00Z&to=2026-05-01T00:00:00Z,           from",
    "from=2026-01-01T00:00:00Z&to=2026-05-01T00:00:00Z&bucket=minute, bucket",
    "from=yesterday,                                              from",
    "to='; DROP TABLE facts; --,                                  to",
  })
  void what_can_not_be_asked_is_refused_by_its_field(String query, String field) {
    var answer = api.get(OPS, "/analytics/funnel?" + query.replace(" ", "%20"));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("VALIDATION_FAILED");
    assertThat(answer.badFields()).containsExactly(field);
  }

  @Test
  void a_filter_is_never_part_of_the_query() {
    var before = tables.facts();

    var answer =
        api.get(OPS, "/analytics/revenue?vehicleType=x'%20OR%20true;%20DROP%20TABLE%20facts;--");

    assertThat(answer.status()).isIn(200, 400);
    assertThat(answer.body().path("rows")).isEmpty();
    assertThat(tables.facts()).isGreaterThanOrEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"funnel", "subjects/none", "stream"})
  void only_operators_may_ask(String path) {
    assertThat(api.get(null, "/analytics/" + path).status()).isEqualTo(401);
    assertThat(api.get(Tokens.customer("a-customer"), "/analytics/" + path).status())
        .isEqualTo(403);
  }

  @Test
  void what_nobody_knows_is_not_found() {
    assertThat(api.get(OPS, "/analytics/horoscope").code()).isEqualTo("NOT_FOUND");
    assertThat(api.get(OPS, "/analytics/subjects/no-such-thing").code()).isEqualTo("NOT_FOUND");
  }

  private List<JsonNode> rows(String question, String bucket) {
    return rows(question, bucket, "");
  }

  private List<JsonNode> rows(String question, String bucket, String more) {
    var answer =
        api.get(OPS, "/analytics/%s?bucket=%s&%s%s".formatted(question, bucket, SPAN, more));
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
    return StreamSupport.stream(answer.body().path("rows").spliterator(), false).toList();
  }

  private static long sum(List<JsonNode> rows, String column) {
    return rows.stream().mapToLong(row -> row.path(column).asLong()).sum();
  }

  private static List<String> types(JsonNode subject) {
    return StreamSupport.stream(subject.path("events").spliterator(), false)
        .map(event -> event.path("type").asString(""))
        .toList();
  }

  private static <E extends DomainEvent> Stream<E> events(Class<E> type) {
    return TRADE.stream().map(EventEnvelope::data).filter(type::isInstance).map(type::cast);
  }

  private static long count(Class<? extends DomainEvent> type) {
    return events(type).count();
  }

  private static Map<String, Long> offersByTransporter() {
    return Stream.concat(
            events(BookingEvent.Offered.class).flatMap(wave -> wave.offers().stream()),
            events(TruckRequestEvent.Broadcast.class).flatMap(wave -> wave.offers().stream()))
        .map(Offer::transporterId)
        .collect(groupingBy(transporter -> transporter.value(), counting()));
  }
}
