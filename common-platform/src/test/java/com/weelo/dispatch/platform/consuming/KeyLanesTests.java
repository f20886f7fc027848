package com.weelo.dispatch.platform.consuming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KeyLanesTests {

  private static final TopicPartition PARTITION = new TopicPartition("a-topic", 3);
  private static final Duration LONG = Duration.ofDays(1);
  private static final Duration AT_ONCE = Duration.ZERO;

  private final Queue<Long> begun = new ConcurrentLinkedQueue<>();
  private final Queue<Long> ended = new ConcurrentLinkedQueue<>();
  private final Set<Long> failing = ConcurrentHashMap.newKeySet();
  private final ConcurrentHashMap<Long, CompletableFuture<Void>> held = new ConcurrentHashMap<>();

  private KeyLanes lanes = new KeyLanes(this::handle, 100);

  @AfterEach
  void close() {
    held.values().forEach(hold -> hold.complete(null));
    lanes.close();
  }

  @Test
  void records_of_one_key_are_handled_in_order_one_at_a_time() {
    hold(10);
    take(10, "a");
    take(11, "a");
    take(12, "a");
    awaitBegun(10);

    assertThat(begun).containsExactly(10L);
    release(10);

    awaitEnded(10, 11, 12);
    assertThat(ended).containsExactly(10L, 11L, 12L);
  }

  @Test
  void a_slow_key_holds_up_no_other() {
    hold(10);
    take(10, "slow");
    take(11, "fast");

    awaitEnded(11);
    assertThat(ended).containsExactly(11L);
  }

  @Test
  void a_record_to_be_tried_again_holds_up_its_key_only_and_comes_before_those_behind_it() {
    failing.add(10L);
    take(10, "a");
    take(11, "a");
    take(12, "b");

    awaitEnded(12);
    await().until(() -> begun.stream().filter(offset -> offset == 10).count() > 2);
    assertThat(begun).doesNotContain(11L);
    failing.remove(10L);

    awaitEnded(10, 11, 12);
    assertThat(ended).containsExactly(12L, 10L, 11L);
  }

  @Test
  void below_the_first_unfinished_record_all_is_done() {
    hold(10);
    hold(12);
    take(10, "a");
    take(11, "b");
    take(12, "c");
    take(14, "d"); // Kafka may leave offsets out
    awaitEnded(11, 14);

    assertThat(lanes.done()).containsEntry(PARTITION, 10L);
    release(10);
    await().untilAsserted(() -> assertThat(lanes.done()).containsEntry(PARTITION, 12L));
    release(12);
    await().untilAsserted(() -> assertThat(lanes.done()).containsEntry(PARTITION, 15L));
    assertThat(lanes.unfinished()).isZero();
  }

  @Test
  void no_more_are_handled_at_the_same_time_than_allowed() {
    lanes.close();
    lanes = new KeyLanes(this::handle, 2);
    for (var offset = 10; offset < 20; offset++) {
      hold(offset);
      take(offset, "key-" + offset);
    }
    await().until(() -> begun.size() == 2);

    assertThat(lanes.unfinished()).isEqualTo(10);
    release(begun.element());

    await().until(() -> begun.size() == 3);
    assertThat(ended).hasSize(1);
  }

  @Test
  void a_record_that_waits_to_be_tried_again_takes_the_place_of_nobody() {
    lanes.close();
    lanes = new KeyLanes(this::handle, 1);
    failing.add(10L);
    take(10, "a");
    awaitBegun(10);
    take(11, "b");

    awaitEnded(11);
  }

  @Test
  void who_leaves_a_partition_waits_for_what_was_begun_and_begins_nothing_more() {
    hold(10);
    take(10, "a");
    take(11, "a");
    awaitBegun(10);

    var leaving = CompletableFuture.supplyAsync(() -> lanes.leave(List.of(PARTITION), LONG));
    await().until(() -> lanes.unfinished() == 0);
    assertThat(leaving).isNotDone();
    release(10);

    assertThat(leaving.join()).containsExactly(Map.entry(PARTITION, 11L));
    assertThat(begun).containsExactly(10L);
  }

  @Test
  void who_leaves_does_not_wait_for_ever() {
    hold(10);
    take(10, "a");
    awaitBegun(10);

    assertThat(lanes.leave(List.of(PARTITION), AT_ONCE)).containsEntry(PARTITION, 10L);
  }

  @Test
  void a_record_that_waits_to_be_tried_again_is_left_at_once_and_not_done() {
    failing.add(10L);
    take(10, "a");
    take(11, "b");
    awaitEnded(11);

    assertThat(lanes.leave(List.of(PARTITION), LONG)).containsEntry(PARTITION, 10L);
  }

  @Test
  void a_partition_that_comes_back_begins_anew() {
    hold(10);
    take(10, "a");
    awaitBegun(10);
    lanes.leave(List.of(PARTITION), AT_ONCE);

    take(10, "a");
    take(11, "b");
    awaitEnded(11);

    assertThat(lanes.done()).containsEntry(PARTITION, 10L);
    release(10);
    await().untilAsserted(() -> assertThat(lanes.done()).containsEntry(PARTITION, 12L));
  }

  private Optional<Duration> handle(ConsumerRecord<String, byte[]> record, Attempts attempts) {
    begun.add(record.offset());
    var hold = held.get(record.offset());
    if (hold != null) {
      hold.join();
    }
    if (failing.contains(record.offset())) {
      return Optional.of(Duration.ofMillis(1));
    }
    ended.add(record.offset());
    return Optional.empty();
  }

  private void take(long offset, String key) {
    lanes.take(
        new ConsumerRecord<>(PARTITION.topic(), PARTITION.partition(), offset, key, new byte[0]));
  }

  private void hold(long offset) {
    held.put(offset, new CompletableFuture<>());
  }

  private void release(long offset) {
    Objects.requireNonNull(held.get(offset)).complete(null);
  }

  private void awaitBegun(long offset) {
    await().until(() -> begun.contains(offset));
  }

  private void awaitEnded(long... offsets) {
    for (var offset : offsets) {
      await().until(() -> ended.contains(offset));
    }
  }
}
