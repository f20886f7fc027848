package com.weelo.dispatch.events;

import static com.weelo.dispatch.events.SampleEnvelopes.sent;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.node.ObjectNode;

class MalformedEventTests {

  private static final int ONE_MEGABYTE = 1_000_000;

  private final EventCodec codec = new EventCodec();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "null",
        "true",
        "42",
        "\"booking.created\"",
        "[]",
        "{}",
        "{",
        "not json",
        "{\"eventType\":\"booking.created\"}",
        "{\"eventVersion\":\"1.0\"}",
        "{\"eventType\":\"booking.created\",\"eventVersion\":\"1.0\"}",
      })
  void whatIsNoEnvelopeIsMalformed(String text) {
    assertMalformed(text.getBytes(UTF_8));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '=',
      quoteCharacter = '`',
      textBlock =
          """
          /eventId                 = null
          /eventId                 = ""
          /eventId                 = "1"
          /eventId                 = 1
          /eventType               = null
          /eventType               = ""
          /eventType               = 1
          /eventType               = {}
          /eventVersion            = null
          /eventVersion            = ""
          /eventVersion            = 1.0
          /eventVersion            = "1"
          /eventVersion            = "one.zero"
          /eventVersion            = "-1.0"
          /eventVersion            = "99999999999.0"
          /timestamp               = null
          /timestamp               = ""
          /timestamp               = "yesterday"
          /timestamp               = "2026-03-02"
          /timestamp               = "1772442000"
          /timestamp               = 1772442000250
          /timestamp               = 1e400
          /timestamp               = []
          /data                    = null
          /data                    = ""
          /data                    = []
          /data                    = {}
          /metadata                = null
          /metadata                = {}
          /metadata/producedBy     = null
          /metadata/producedBy     = 7
          /metadata/correlationId  = null
          /metadata/causationId    = "unknown"
          /metadata/aggregateVersion = 0
          /metadata/aggregateVersion = "3"
          /metadata/aggregateVersion = 1.5
          /data/bookingId          = null
          /data/bookingId          = ""
          /data/bookingId          = " "
          /data/bookingId          = 4711
          /data/bookingId          = {"value": "booking-4711"}
          /data/goods              = 40
          /data/goods              = []
          /data/wave               = null
          /data/wave               = 0
          /data/wave               = "1"
          /data/wave               = 1.5
          /data/wave               = true
          /data/wave               = 99999999999
          /data/price              = 500000
          /data/price/amountMinor  = -1
          /data/price/currency     = ""
          /data/price/currency     = "rupees"
          /data/pickup/latitude    = 91
          /data/pickup/latitude    = -90.0001
          /data/pickup/latitude    = null
          /data/pickup/latitude    = "12.96"
          /data/pickup/latitude    = "NaN"
          /data/pickup/latitude    = 1e999
          /data/pickup/longitude   = 180.5
          /data/offers             = null
          /data/offers             = {}
          /data/offers             = ""
          /data/offers             = [null]
          /data/offers             = [[]]
          /data/offers/0/distanceMeters = -1
          """)
  void aFieldThatItsTypeDoesNotAllowIsMalformed(String field, String value) {
    var pointer = JsonPointer.compile(field);
    var event = encoded(SampleEvents.bookingCreated());
    var parent = (ObjectNode) event.at(pointer.head());
    parent.set(pointer.last().getMatchingProperty(), EventJson.value(value));

    assertMalformed(EventJson.bytes(event));
  }

  @Test
  void nanIsNoJson() {
    var text = codec.encodeToString(sent(SampleEvents.bookingCreated())).replace("12.96181", "NaN");

    assertMalformed(text.getBytes(UTF_8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"flying\"", "\"ASSIGNED\"", "\"\"", "\"0\"", "0", "null"})
  void aStatusThatThereIsNotIsMalformed(String status) {
    var event = encoded(SampleEvents.assignmentCreated());
    data(event).set("status", EventJson.value(status));

    assertMalformed(EventJson.bytes(event));
  }

  @ParameterizedTest
  @MethodSource("ownedEvents")
  void whatHasTwoOwnersOrNoneIsMalformed(DomainEvent owned) {
    var ownedTwice = encoded(owned);
    data(ownedTwice).put("bookingId", "booking-1").put("orderId", "order-1");
    var ownedByNobody = encoded(owned);
    data(ownedByNobody).remove("bookingId");
    data(ownedByNobody).remove("orderId");

    assertMalformed(EventJson.bytes(ownedTwice));
    assertMalformed(EventJson.bytes(ownedByNobody));
  }

  @ParameterizedTest
  @MethodSource("com.weelo.dispatch.events.SampleEnvelopes#all")
  void dataWithoutAFieldThatMustBeThereIsMalformed(EventEnvelope<?> sample) {
    for (var field : requiredFieldsOf(sample.data())) {
      var missing = encoded(sample.data());
      data(missing).remove(field);
      var isNull = encoded(sample.data());
      data(isNull).putNull(field);

      assertMalformed(EventJson.bytes(missing));
      assertMalformed(EventJson.bytes(isNull));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "booking.accepted, withdrawnFrom",
    "location.batch, fixes",
    "notification.fcm, data",
    "analytics.event, properties"
  })
  void aNullAmongManyIsMalformed(String type, String field) {
    var event =
        SampleEnvelopes.all().stream()
            .filter(sample -> sample.eventType().equals(type))
            .map(sample -> encoded(sample.data()))
            .findFirst()
            .orElseThrow();
    var many = data(event).required(field);
    if (many instanceof ObjectNode map) {
      map.putNull("nothing");
    } else {
      many.asArray().addNull();
    }

    assertMalformed(EventJson.bytes(event));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{\"a\":", "\"", "9", "{\"eventType\":\"x\",", " ", "}"})
  void aMegabyteOfTheSameIsMalformed(String piece) {
    assertMalformed(piece.repeat(ONE_MEGABYTE / piece.length()).getBytes(UTF_8));
  }

  @Test
  void aMegabyteOfNoiseIsMalformed() {
    var noise = new byte[ONE_MEGABYTE];
    new Random(7).nextBytes(noise);

    assertMalformed(noise);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{\"a\":", "9"})
  void aHugeUnknownFieldIsMalformed(String piece) {
    var event = codec.encodeToString(sent(SampleEvents.bookingCreated()));
    var huge = "{\"unknown\":" + piece.repeat(ONE_MEGABYTE / piece.length());

    assertMalformed((huge + "," + event.substring(1)).getBytes(UTF_8));
  }

  @Test
  void theMessageNamesThePlaceButNotTheValue() {
    var event = encoded(SampleEvents.bookingCreated());
    ((ObjectNode) event.at("/data/pickup")).put("latitude", "221b Baker Street");

    assertThatExceptionOfType(MalformedEvent.class)
        .isThrownBy(() -> codec.decode(EventJson.bytes(event)))
        .withMessageContaining("[\"pickup\"]")
        .withMessageContaining("[\"latitude\"]")
        .withMessageNotContaining("Baker");
  }

  @Test
  void nobodyCanMakeAnEventWithTwoOwnersInTheFirstPlace() {
    var booking = new BookingId("booking-1");
    var order = new OrderId("order-1");

    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> SampleEvents.assignmentCreatedFor(booking, order));
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> SampleEvents.assignmentUpdatedFor(null, null));
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> SampleEvents.paymentCompletedFor(booking, order));
    assertThat(SampleEvents.paymentCompletedFor(null, order).key()).isEqualTo("order-1");
  }

  static Stream<DomainEvent> ownedEvents() {
    return Stream.of(
        SampleEvents.assignmentCreated(),
        SampleEvents.assignmentUpdated(),
        SampleEvents.paymentCompleted());
  }

  private static Iterable<String> requiredFieldsOf(DomainEvent event) {
    return Arrays.stream(event.getClass().getRecordComponents())
        .filter(component -> !component.getAnnotatedType().isAnnotationPresent(Nullable.class))
        .map(RecordComponent::getName)
        .toList();
  }

  private ObjectNode encoded(DomainEvent event) {
    return EventJson.tree(codec.encode(sent(event)));
  }

  private static ObjectNode data(ObjectNode event) {
    return (ObjectNode) event.required("data");
  }

  private void assertMalformed(byte[] bytes) {
    assertThatExceptionOfType(MalformedEvent.class).isThrownBy(() -> codec.decode(bytes));
  }
}
