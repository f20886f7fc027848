package com.weelo.dispatch.suite.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EventHistoryTests {

  private final EventHistory history = new EventHistory();

  @Test
  void an_event_that_was_delivered_again_counts_once() {
    var event = event("booking.created", 1, 100);
    history.add(event);
    history.add(event);

    assertThat(history.firsts()).hasSize(1);
    assertThat(history.repeated()).isEqualTo(1);
    assertThat(history.forgeries()).isEmpty();
  }

  @Test
  void one_id_that_stands_for_two_things_is_found() {
    var event = event("booking.created", 1, 100);
    history.add(event);
    history.add(new SeenEvent(event.id(), event.type(), event.key(), 1L, 200, bytes("other")));

    assertThat(history.forgeries()).singleElement().asString().contains(event.id().toString());
  }

  @Test
  void a_history_without_holes_in_order_is_sound() {
    assertThat(
            broken(
                event("booking.created", 1, 100),
                event("booking.accepted", 2, 100),
                event("booking.completed", 3, 101)))
        .isEmpty();
  }

  @Test
  void a_missing_version_is_found() {
    assertThat(broken(event("booking.created", 1, 100), event("booking.completed", 3, 101)))
        .containsExactly("booking b has version 3 where 2 belongs");
  }

  @Test
  void a_version_that_stands_twice_is_found() {
    assertThat(broken(event("booking.created", 1, 100), event("booking.cancelled", 1, 101)))
        .containsExactly("booking b has version 1 where 2 belongs");
  }

  @Test
  void a_version_sent_before_an_earlier_one_is_found() {
    assertThat(broken(event("booking.created", 1, 101), event("booking.accepted", 2, 100)))
        .containsExactly("booking b has version 2 sent before version 1");
  }

  @Test
  void of_an_event_that_came_again_the_first_time_counts() {
    var created = event("booking.created", 1, 100);
    history.add(
        new SeenEvent(created.id(), created.type(), "b", 1L, 300, created.content())); // from later
    history.add(created);
    history.add(event("booking.accepted", 2, 200));

    var found = new ArrayList<String>();
    history.aggregates().forEach(events -> NoHoles.check(events, found));
    assertThat(found).isEmpty();
  }

  @Test
  void an_order_and_its_trucks_are_counted_as_one_and_each_assignment_for_itself() {
    assertThat(event("order.created", 1, 100).aggregate())
        .isEqualTo(event("truck.hold.reserved", 2, 100).aggregate());
    assertThat(assignment("x").aggregate()).isNotEqualTo(assignment("y").aggregate());
    assertThat(assignment("x").aggregate()).isEqualTo(assignment("x").aggregate());
  }

  private static SeenEvent assignment(String id) {
    return new SeenEvent(
        UUID.randomUUID(),
        "assignment.created",
        "o",
        1L,
        100,
        bytes("{\"data\": {\"assignmentId\": \"" + id + "\"}}"));
  }

  private List<String> broken(SeenEvent... events) {
    List.of(events).forEach(history::add);
    var found = new ArrayList<String>();
    history.aggregates().forEach(aggregate -> NoHoles.check(aggregate, found));
    return found;
  }

  private static SeenEvent event(String type, long version, long sentAt) {
    return new SeenEvent(UUID.randomUUID(), type, "b", version, sentAt, bytes(type));
  }

  private static byte[] bytes(String content) {
    return content.getBytes(UTF_8);
  }
}
