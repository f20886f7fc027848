package com.weelo.dispatch.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TopicsTests {

  @Test
  void theTopicsAreTheContracts() {
    var contract =
        ContractTopics.ROWS.stream()
            .map(row -> new Topics.TopicSpec(row.name(), row.partitions(), row.retention()))
            .toList();

    assertThat(Topics.all()).containsExactlyInAnyOrderElementsOf(contract);
  }

  @Test
  void aFamilyKnowsItsTopics() {
    assertThat(Topics.of(LocationEvent.class))
        .containsExactly(
            new Topics.TopicSpec("location.updated", 12, Duration.ofHours(1)),
            new Topics.TopicSpec("location.batch", 12, Duration.ofHours(1)));
  }

  @Test
  void aDeadLetterTopicIsNarrowAndOutlivesItsTopic() {
    assertThat(Topics.all())
        .allSatisfy(topic -> {
          assertThat(topic.dlt().name()).isEqualTo(topic.name() + ".dlt");
          assertThat(topic.dlt().partitions()).isEqualTo(1);
          assertThat(topic.dlt().retention()).isGreaterThan(topic.retention());
        });
    assertThat(Topics.dlt("booking.created")).isEqualTo("booking.created.dlt");
  }

  @Test
  void theReadmeListsTheSameTopics() {
    var rows = ContractTopics.ROWS.stream().map(TopicsTests::asTableRow).toList();

    assertThat(Path.of("README.md")).content().contains(String.join("\n", rows));
  }

  private static String asTableRow(ContractTopics.Row row) {
    return "| `%s` | %s | %d | %s |"
        .formatted(
            row.name(), String.join(" or ", row.key()), row.partitions(), days(row.retention()));
  }

  private static String days(Duration retention) {
    return retention.toDays() > 1 ? retention.toDays() + " d" : retention.toHours() + " h";
  }
}
