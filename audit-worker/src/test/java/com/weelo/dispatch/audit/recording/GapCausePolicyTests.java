package com.weelo.dispatch.audit.recording;

import static org.assertj.core.api.Assertions.assertThat;

import com.weelo.dispatch.audit.recording.GapCausePolicy.PartitionFacts;
import org.junit.jupiter.api.Test;

class GapCausePolicyTests {

  @Test
  void what_kafka_has_no_more_was_dropped_for_its_age() {
    assertThat(cause(10, 19, new PartitionFacts(20, false, 0))).isEqualTo(GapCause.RETENTION);
    assertThat(cause(10, 19, new PartitionFacts(20, true, 5))).isEqualTo(GapCause.RETENTION);
  }

  @Test
  void a_compacted_topic_has_gaps_anywhere() {
    assertThat(cause(10, 19, new PartitionFacts(0, true, 0))).isEqualTo(GapCause.COMPACTION);
  }

  @Test
  void side_by_side_are_no_more_markers_than_producers() {
    assertThat(cause(10, 10, new PartitionFacts(0, false, 1)))
        .isEqualTo(GapCause.TRANSACTION_MARKERS);
    assertThat(cause(10, 11, new PartitionFacts(0, false, 2)))
        .isEqualTo(GapCause.TRANSACTION_MARKERS);
    assertThat(cause(10, 11, new PartitionFacts(0, false, 1))).isEqualTo(GapCause.MISSING);
  }

  @Test
  void what_retention_leaves_unexplained_needs_another_cause() {
    assertThat(cause(10, 19, new PartitionFacts(19, false, 1)))
        .isEqualTo(GapCause.TRANSACTION_MARKERS);
    assertThat(cause(10, 19, new PartitionFacts(19, false, 0))).isEqualTo(GapCause.MISSING);
  }

  @Test
  void without_any_cause_it_is_missing() {
    assertThat(cause(10, 10, new PartitionFacts(0, false, 0))).isEqualTo(GapCause.MISSING);
  }

  private static GapCause cause(long from, long to, PartitionFacts facts) {
    return GapCausePolicy.causeOf(from, to, facts);
  }
}
