package com.weelo.dispatch.suite.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RebuiltTests {

  private static final SeenEvent CREATED = event("booking.created", 1, "{}");
  private static final SeenEvent ACCEPTED =
      event("booking.accepted", 2, "{\"transporterId\":\"t\"}");

  @Test
  void a_booking_is_what_its_events_make_of_it_whatever_order_they_stand_in() {
    var completed = event("booking.completed", 3, "{}");

    assertThat(Rebuilt.booking(List.of(completed, CREATED, ACCEPTED), List.of()))
        .isEqualTo(new Rebuilt("completed", "t", 3));
    assertThat(Rebuilt.booking(List.of(CREATED), List.of()))
        .isEqualTo(new Rebuilt("searching", null, 1));
  }

  @ParameterizedTest
  @CsvSource({
    "assigned,   assigned",
    "en_route,   in_progress",
    "in_transit, in_progress",
    "cancelled,  accepted",
  })
  void an_accepted_booking_is_as_far_as_its_trip(String trip, String status) {
    var trips =
        List.of(
            event(
                "assignment.updated",
                2,
                "{\"assignmentId\":\"a\",\"status\":\"%s\"}".formatted(trip)),
            event("assignment.created", 1, "{\"assignmentId\":\"a\",\"status\":\"assigned\"}"));

    assertThat(Rebuilt.booking(List.of(CREATED, ACCEPTED), trips).status()).isEqualTo(status);
  }

  @Test
  void of_two_trips_the_one_that_was_not_called_off_counts() {
    var trips =
        List.of(
            event("assignment.created", 1, "{\"assignmentId\":\"a\",\"status\":\"assigned\"}"),
            event("assignment.updated", 2, "{\"assignmentId\":\"a\",\"status\":\"cancelled\"}"),
            event("assignment.created", 1, "{\"assignmentId\":\"b\",\"status\":\"assigned\"}"));

    assertThat(Rebuilt.booking(List.of(CREATED, ACCEPTED), trips).status()).isEqualTo("assigned");
  }

  @Test
  void an_order_is_what_its_newest_status_says() {
    var events =
        List.of(
            event("order.created", 1, "{}"),
            event("truck.request.broadcast", 3, "{}"),
            event("order.status.changed", 2, "{\"status\":\"searching\"}"));

    assertThat(Rebuilt.order(events)).isEqualTo(new Rebuilt("searching", null, 3));
  }

  private static SeenEvent event(String type, long version, String data) {
    return new SeenEvent(
        new UUID(type.hashCode(), version),
        type,
        "b",
        version,
        0,
        "{\"data\":%s}".formatted(data).getBytes(UTF_8));
  }
}
