package com.weelo.dispatch.events;

import static com.weelo.dispatch.events.SampleEnvelopes.sent;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class EventCodecTests {

  private final EventCodec codec = new EventCodec();

  @ParameterizedTest
  @MethodSource("com.weelo.dispatch.events.SampleEnvelopes#all")
  void unknownFieldsAreIgnored(EventEnvelope<?> sample) {
    var tree = EventJson.tree(codec.encode(sample));
    var objects = List.of(tree, tree.required("data"), tree.required("metadata"));
    objects.forEach(EventCodecTests::addAnUnknownField);

    assertThat(codec.decode(EventJson.bytes(tree))).hasValue(sample);
  }

  @Test
  void unknownFieldsAreIgnoredDeepInside() {
    var tree = encoded(SampleEvents.bookingCreated());
    addAnUnknownField(tree.at("/data/pickup"));
    addAnUnknownField(tree.at("/data/offers/0"));

    assertThat(codec.decode(EventJson.bytes(tree))).hasValue(sent(SampleEvents.bookingCreated()));
  }

  @Test
  void anUnknownTypeDecodesToEmpty() {
    var tree = encoded(SampleEvents.bookingCreated()).put("eventType", "booking.dreamt.of");

    assertThat(codec.decode(EventJson.bytes(tree))).isEmpty();
  }

  @Test
  void aNewerMajorVersionDecodesToEmptyWhateverItsDataLooksLike() {
    var tree = encoded(SampleEvents.bookingCreated()).put("eventVersion", "2.0");
    tree.put("data", "no longer an object");

    assertThat(codec.decode(EventJson.bytes(tree))).isEmpty();
  }

  @Test
  void aNewerMinorVersionIsUnderstood() {
    var tree = encoded(SampleEvents.bookingCreated()).put("eventVersion", "1.7");

    assertThat(codec.decode(EventJson.bytes(tree))).hasValue(sent(SampleEvents.bookingCreated()));
  }

  @Test
  void theOrderOfFieldsDoesNotMatter() {
    var tree = encoded(SampleEvents.bookingCreated());
    var type = tree.remove("eventType");
    tree.set("eventType", type);

    assertThat(codec.decode(EventJson.bytes(tree))).hasValue(sent(SampleEvents.bookingCreated()));
  }

  @ParameterizedTest
  @MethodSource("com.weelo.dispatch.events.SampleEnvelopes#all")
  void whatIsNullIsLeftOut(EventEnvelope<?> sample) {
    assertThat(codec.encodeToString(sample)).doesNotContain("null");
  }

  @Test
  void anExplicitNullIsAsGoodAsNothingWhereNothingIsAllowed() {
    var tree = encoded(SampleEvents.bookingRebroadcast());
    ((ObjectNode) tree.at("/data/dropoff")).putNull("address");

    assertThat(codec.decode(EventJson.bytes(tree)))
        .hasValue(sent(SampleEvents.bookingRebroadcast()));
  }

  @Test
  void timestampsAreIso8601InUtc() {
    var tree = encoded(SampleEvents.bookingCreated());

    assertThat(tree.required("timestamp").stringValue()).isEqualTo("2026-03-02T09:00:00.250Z");
    assertThat(tree.at("/data/expiresAt").stringValue()).isEqualTo("2026-03-02T09:01:00Z");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-03-02T09:00:00Z",
        "2026-03-02T09:00:00.000001Z",
        "2026-03-02T09:00:00.123456789Z",
        "1969-12-31T23:59:59.999999999Z"
      })
  void instantsKeepEveryDigit(String instant) {
    var event =
        new EventEnvelope<>(
            EventIds.next(),
            Instant.parse(instant),
            new OrderEvent.Completed(
                new OrderId("order-1"), new UserId("customer-1"), Instant.parse(instant)),
            new EventMetadata("order-service", "test", "request-1", null, 1L));

    assertThat(codec.decode(codec.encode(event))).hasValue(event);
  }

  @Test
  void anOffsetIsTheSameInstant() {
    var tree =
        encoded(SampleEvents.bookingCreated()).put("timestamp", "2026-03-02T14:30:00.250+05:30");

    assertThat(codec.decode(EventJson.bytes(tree))).hasValue(sent(SampleEvents.bookingCreated()));
  }

  @Test
  void whomAnOfferReachesStandsInTheJson() {
    assertThat(transporterIdsOf(SampleEvents.bookingCreated()))
        .containsExactly("transporter-sharma", "driver-ravi", "transporter-kaveri");
    assertThat(transporterIdsOf(SampleEvents.bookingRebroadcast()))
        .containsExactly("transporter-kaveri");
    assertThat(transporterIdsOf(SampleEvents.truckRequestBroadcast()))
        .containsExactly("transporter-kaveri", "transporter-sharma");
  }

  @Test
  void aFixThatIsNoNumberSurvivesForTheCleaningToCount() {
    var event =
        sent(
            new LocationEvent.Updated(
                new DriverId("driver-1"),
                new TransporterId("transporter-1"),
                new GpsFix(Double.NaN, 91, null, null, null, Instant.EPOCH, null, null)));

    assertThat(codec.decode(codec.encode(event))).hasValue(event);
  }

  @Test
  void textAndBytesAreTheSame() {
    var event = sent(SampleEvents.bookingCreated());

    assertThat(codec.encodeToString(event).getBytes(UTF_8)).isEqualTo(codec.encode(event));
  }

  private List<String> transporterIdsOf(DomainEvent event) {
    return encoded(event)
        .at("/data/transporterIds")
        .valueStream()
        .map(JsonNode::stringValue)
        .toList();
  }

  private ObjectNode encoded(DomainEvent event) {
    return EventJson.tree(codec.encode(sent(event)));
  }

  private static void addAnUnknownField(JsonNode object) {
    ((ObjectNode) object).set("fromTheFuture", EventJson.value("{\"deep\": [1, {\"er\": null}]}"));
  }
}
