package com.weelo.dispatch.audit.recording;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingFactsTests {

  private static final String EVENT =
      """
      {"eventId":"019cadc6-9b7a-7a3c-9b1e-5f0d2c4e6a80","eventType":"booking.accepted",
       "eventVersion":"1.0","timestamp":"2026-03-02T09:00:00.250Z",
       "data":{"bookingId":"b-1","customerId":"asha","transporterId":"kaveri","driverId":"ravi",
         "vehicleType":"TIPPER","price":{"amountMinor":5,"currency":"INR"},
         "offers":[{"transporterId":"t-2","driverId":"d-2"}],"vehicleIds":["v-1","v-2"],
         "withdrawnFrom":["t-3"]},
       "metadata":{"producedBy":"booking-service","correlationId":"c-1"}}
      """;

  @Test
  void an_event_says_what_it_is_and_when_it_happened() {
    var facts = read(EVENT);

    assertThat(facts.eventId()).isEqualTo(UUID.fromString("019cadc6-9b7a-7a3c-9b1e-5f0d2c4e6a80"));
    assertThat(facts.eventType()).isEqualTo("booking.accepted");
    assertThat(facts.occurredAt()).isEqualTo(Instant.parse("2026-03-02T09:00:00.250Z"));
    assertThat(facts.actor()).isEqualTo("kaveri");
  }

  @Test
  void it_is_about_all_whose_ids_are_in_its_data_at_any_depth() {
    assertThat(read(EVENT).entities())
        .containsExactlyInAnyOrder(
            "b-1", "asha", "kaveri", "ravi", "t-2", "d-2", "v-1", "v-2", "t-3");
  }

  @Test
  void it_is_about_its_key() {
    assertThat(EventFacts.of("b-9", null).entities()).containsExactly("b-9");
    var key = new String("ಕ".getBytes(UTF_8), ISO_8859_1);
    assertThat(EventFacts.of(key, null).entities()).containsExactly("ಕ");
  }

  @Test
  void an_event_of_tomorrow_is_read_as_well() {
    var facts =
        read(
            """
            {"eventType":"convoy.formed","data":{"convoyId":"x-1","deep":[[{"leadId":"x-2"}]]},
             "metadata":{"producedBy":"convoy-service"},"more":{"a":[1]}}
            """);

    assertThat(facts.eventType()).isEqualTo("convoy.formed");
    assertThat(facts.actor()).isEqualTo("convoy-service");
    assertThat(facts.entities()).containsExactlyInAnyOrder("x-1", "x-2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "null",
        "7",
        "[]",
        "\"text\"",
        "not json",
        "{",
        "{\"eventId\"",
        "{\"eventId\":7}",
        "{\"eventId\":\"no uuid\",\"timestamp\":\"yesterday\",\"eventType\":\"\"}",
        "{\"timestamp\":\"+999999999-01-01T00:00:00Z\"}",
        "{\"data\":\"text\",\"metadata\":7}",
        "{\"data\":{\"xId\":\"a\\u0000b\"},\"eventType\":\"a\\u0000b\"}",
        "{\"data\":[{\"xId\":\"a\"}]}"
      })
  void what_is_no_event_says_nothing(String value) {
    assertThat(read(value)).isEqualTo(new EventFacts(null, null, null, null, Set.of()));
  }

  @Test
  void what_is_too_long_to_be_an_id_is_none() {
    assertThat(read("{\"data\":{\"xId\":\"%s\"}}".formatted("x".repeat(129))).entities()).isEmpty();
  }

  @Test
  void a_deep_or_huge_value_is_no_trouble() {
    read("{\"data\":" + "[".repeat(100_000));
    read("{\"data\":" + "{\"a\":".repeat(100_000));
    assertThat(read("{\"data\":{\"xIds\":[" + "\"i\",".repeat(300_000) + "\"j\"]}}").entities())
        .containsExactlyInAnyOrder("i", "j");
  }

  @RepeatedTest(200)
  void whatever_the_bytes_are_nothing_is_thrown(RepetitionInfo repetition) {
    var random = new Random(repetition.getCurrentRepetition());
    var bytes = EVENT.getBytes(UTF_8);
    for (int i = 0; i < 3; i++) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
    }

    var facts = EventFacts.of(null, bytes);

    assertThat(facts.entities()).hasSizeLessThanOrEqualTo(9);
  }

  private static EventFacts read(@Nullable String value) {
    return EventFacts.of(null, value == null ? null : value.getBytes(UTF_8));
  }
}
