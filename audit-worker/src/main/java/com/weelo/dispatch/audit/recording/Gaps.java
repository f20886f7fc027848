package com.weelo.dispatch.audit.recording;

import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Knows why offsets are not there. */
@FunctionalInterface
public interface Gaps {

  /**
   * @param from the first offset missing, as Kafka counts
   * @param to the last
   */
  GapCause causeOf(TopicPartition partition, long from, long to);

  /**
   * @return null where there is no gap
   */
  default @Nullable GapCause before(ChainEnd end, long offset) {
    return offset == end.nextOffset()
        ? null
        : causeOf(end.partition(), end.nextOffset() - end.base(), offset - 1 - end.base());
  }
}
