package com.weelo.dispatch.platform.consuming;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Goes on polling while {@link KeyLanes} work: commits below what is done, takes no more than can
 * be handled, and lets partitions go only when they are at rest.
 */
final class PollLoop implements ConsumerRebalanceListener {

  private static final Logger log = LoggerFactory.getLogger(PollLoop.class);

  private static final Duration POLL = Duration.ofMillis(500);

  /** Not after every record: a commit costs the broker as much as one. */
  private static final Duration COMMIT_EVERY = Duration.ofSeconds(1);

  /** Longer than a handler should take; what runs on after it may be handled twice. */
  private static final Duration PATIENCE_WHEN_LEAVING = Duration.ofSeconds(10);

  private static final Duration LAST_COMMIT = Duration.ofSeconds(5);

  private final Consumer<String, byte[]> consumer;
  private final KeyLanes lanes;
  private final int enough;
  private final Map<TopicPartition, Long> committed = new HashMap<>();

  /**
   * @param enough with so many records unfinished no more are taken
   */
  PollLoop(Consumer<String, byte[]> consumer, KeyLanes lanes, int enough) {
    this.consumer = consumer;
    this.lanes = lanes;
    this.enough = enough;
  }

  void run(List<String> topics, BooleanSupplier wanted) {
    consumer.subscribe(topics, this);
    try {
      var committedAt = System.nanoTime();
      while (wanted.getAsBoolean()) {
        poll();
        if (System.nanoTime() - committedAt >= COMMIT_EVERY.toNanos()) {
          commit();
          committedAt = System.nanoTime();
        }
      }
    } finally {
      onPartitionsRevoked(List.copyOf(consumer.assignment()));
    }
  }

  /**
   * Takes more as soon as there is room. Until then it waits here, not in {@code poll}, which spins
   * where it holds records of partitions that it may not hand out.
   */
  private void poll() {
    if (lanes.awaitRoom(enough, POLL)) {
      consumer.resume(consumer.paused());
      consumer.poll(POLL).forEach(lanes::take);
    } else {
      consumer.pause(consumer.assignment());
      consumer.poll(Duration.ZERO).forEach(lanes::take);
    }
  }

  private void commit() {
    var offsets = advanced(lanes.done());
    if (!offsets.isEmpty()) {
      consumer.commitAsync(
          offsets,
          (unsaidWhenFailed, failure) -> {
            if (failure != null) {
              log.warn("Not committed, to be tried again: {}", failure.toString());
              offsets.keySet().forEach(committed::remove);
            }
          });
    }
  }

  private Map<TopicPartition, OffsetAndMetadata> advanced(Map<TopicPartition, Long> done) {
    var offsets = new HashMap<TopicPartition, OffsetAndMetadata>();
    done.forEach((partition, offset) -> {
      if (!offset.equals(committed.put(partition, offset))) {
        offsets.put(partition, new OffsetAndMetadata(offset));
      }
    });
    return offsets;
  }

  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
    // They are read from where they were committed, by whomever.
  }

  @Override
  public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
    // All of it, and not only what has advanced: a commit still under way may yet be refused.
    var offsets = new HashMap<TopicPartition, OffsetAndMetadata>();
    lanes
        .leave(partitions, PATIENCE_WHEN_LEAVING)
        .forEach((partition, offset) -> offsets.put(partition, new OffsetAndMetadata(offset)));
    committed.keySet().removeAll(partitions);
    if (!offsets.isEmpty()) {
      consumer.commitSync(offsets, LAST_COMMIT);
    }
  }

  /** Somebody else has them already; what is still being handled may be handled twice. */
  @Override
  public void onPartitionsLost(Collection<TopicPartition> partitions) {
    lanes.leave(partitions, Duration.ZERO);
    committed.keySet().removeAll(partitions);
  }
}
