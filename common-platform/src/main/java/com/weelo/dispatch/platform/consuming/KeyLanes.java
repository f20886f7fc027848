package com.weelo.dispatch.platform.consuming;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Has records handled in lanes, one for each key of a partition: within a lane in order and one at
 * a time, the lanes beside each other, on virtual threads. A record that has to be tried again
 * holds up its own lane and nothing else, and takes no thread while it waits.
 */
final class KeyLanes implements AutoCloseable {

  /** Handles one record. Never throws. */
  @FunctionalInterface
  interface Handling {

    /**
     * @return empty when the record is done with, else the pause before it is handled again
     */
    Optional<Duration> handle(ConsumerRecord<String, byte[]> record, Attempts attempts);
  }

  private record LaneId(TopicPartition partition, @Nullable String key) {}

  private static final class Lane {
    private final LaneId id;
    private final PartitionProgress progress;
    private final Queue<ConsumerRecord<String, byte[]>> records = new ArrayDeque<>();
    private Attempts attempts = new Attempts();
    private boolean left;

    private Lane(LaneId id, PartitionProgress progress) {
      this.id = id;
      this.progress = progress;
    }
  }

  private final Handling handling;
  private final Semaphore inFlight;
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
  private final ScheduledExecutorService alarm =
      Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory());
  private final Map<LaneId, Lane> lanes = new HashMap<>();
  private final Map<TopicPartition, PartitionProgress> partitions = new HashMap<>();

  /**
   * @param inFlight how many records are handled at the same time
   */
  KeyLanes(Handling handling, int inFlight) {
    this.handling = handling;
    this.inFlight = new Semaphore(inFlight);
  }

  /** Takes a record, behind those of its key. */
  synchronized void take(ConsumerRecord<String, byte[]> record) {
    var partition = new TopicPartition(record.topic(), record.partition());
    var progress = partitions.computeIfAbsent(partition, taken -> new PartitionProgress());
    progress.taken(record.offset());
    var id = new LaneId(partition, record.key());
    var lane = lanes.get(id);
    if (lane == null) {
      lane = new Lane(id, progress);
      lanes.put(id, lane);
      start(lane);
    }
    lane.records.add(record);
  }

  private void start(Lane lane) {
    workers.execute(() -> work(lane));
  }

  private void work(Lane lane) {
    inFlight.acquireUninterruptibly();
    try {
      for (var record = begin(lane); record != null; record = begin(lane)) {
        var pause = handling.handle(record, lane.attempts);
        if (pause.isPresent()) {
          rest(lane, pause.get());
          return;
        }
        finish(lane, record);
      }
    } finally {
      inFlight.release();
    }
  }

  private synchronized @Nullable ConsumerRecord<String, byte[]> begin(Lane lane) {
    if (lane.left) {
      return null;
    }
    var record = lane.records.peek();
    if (record == null) {
      lanes.remove(lane.id);
    } else {
      lane.progress.begun();
    }
    return record;
  }

  private synchronized void finish(Lane lane, ConsumerRecord<String, byte[]> record) {
    lane.records.remove();
    lane.attempts = new Attempts();
    lane.progress.finished(record.offset());
    notifyAll();
  }

  private synchronized void rest(Lane lane, Duration pause) {
    lane.progress.interrupted();
    notifyAll();
    if (!alarm.isShutdown()) {
      var unused = alarm.schedule(() -> start(lane), pause.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  /** How many records were taken and are not done with. */
  synchronized int unfinished() {
    return partitions.values().stream().mapToInt(PartitionProgress::unfinished).sum();
  }

  /**
   * Waits until fewer than so many records are unfinished.
   *
   * @param patience how long at most
   * @return whether it came to that
   */
  synchronized boolean awaitRoom(int enough, Duration patience) {
    return await(() -> unfinished() < enough, patience);
  }

  /** For each partition the offset below which all is done. */
  synchronized Map<TopicPartition, Long> done() {
    return done(partitions);
  }

  private static Map<TopicPartition, Long> done(Map<TopicPartition, PartitionProgress> of) {
    var offsets = new HashMap<TopicPartition, Long>();
    of.forEach((partition, progress) -> offsets.put(partition, progress.done()));
    return offsets;
  }

  /**
   * Leaves partitions: nothing of theirs is begun any more, and what was begun is waited for.
   *
   * @param patience how long at most
   * @return as {@link #done()}, of these partitions
   */
  synchronized Map<TopicPartition, Long> leave(
      Collection<TopicPartition> parting, Duration patience) {
    lanes.values().stream()
        .filter(lane -> parting.contains(lane.id.partition))
        .forEach(lane -> lane.left = true);
    lanes.values().removeIf(lane -> lane.left);
    var left = new HashMap<>(partitions);
    left.keySet().retainAll(parting);
    partitions.keySet().removeAll(parting);
    await(() -> left.values().stream().allMatch(PartitionProgress::isAtRest), patience);
    return done(left);
  }

  private synchronized boolean await(BooleanSupplier reached, Duration patience) {
    var deadline = System.nanoTime() + patience.toNanos();
    try {
      while (!reached.getAsBoolean()) {
        var millis = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        if (millis <= 0) {
          return false;
        }
        wait(millis);
      }
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Begins nothing any more; what was begun goes on by itself. */
  @Override
  public synchronized void close() {
    lanes.values().forEach(lane -> lane.left = true);
    alarm.shutdownNow();
    workers.shutdown();
  }
}
