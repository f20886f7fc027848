package com.weelo.dispatch.suite.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StoryOrderTests {

  @Test
  void events_are_told_by_time() {
    var created = event("booking.created", 1, 0);
    var assigned = event("assignment.created", 1, 2);
    var completed = event("booking.completed", 2, 4);

    assertThat(StoryOrder.of(List.of(completed, assigned, created)))
        .containsExactly(created, assigned, completed);
  }

  @Test
  void those_of_one_aggregate_are_told_by_version_whatever_their_writers_clocks_say() {
    var created = event("booking.created", 1, 3);
    var accepted = event("booking.accepted", 2, 1); // by an instance whose clock is behind
    var assigned = event("assignment.created", 1, 4);

    assertThat(StoryOrder.of(List.of(assigned, accepted, created)))
        .containsExactly(created, accepted, assigned);
  }

  private static SeenEvent event(String type, long version, int second) {
    var content =
        "{\"timestamp\":\"2026-05-04T12:00:0%dZ\",\"data\":{\"assignmentId\":\"a\"}}"
            .formatted(second);
    return new SeenEvent(
        new UUID(type.hashCode(), version), type, "b", version, 0, content.getBytes(UTF_8));
  }
}
