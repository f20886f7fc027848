package com.weelo.dispatch.platform.consuming;

import com.weelo.dispatch.events.DomainEvent;
import com.weelo.dispatch.events.EventEnvelope;
import com.weelo.dispatch.events.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Who reads what. Declared as beans in a module's {@code Wiring}; each becomes a running Kafka
 * consumer with the same chain: correlate, meter, deduplicate, handle.
 *
 * @param group the Kafka consumer group, which is also the subscription's name
 * @param type a family of events, or one event type
 * @param topics those of the type, but for what it is {@linkplain #except not to read}
 * @param concurrency consumer threads, over which partitions are spread; reading per key takes one
 * @param gathering how long Kafka may keep events back, to hand out many at once
 */
public record Subscription<E extends DomainEvent>(
    String group,
    Class<E> type,
    Handling<E> handling,
    List<String> topics,
    int concurrency,
    Duration gathering) {

  /**
   * One by one, all that a poll brought, one by one of each key, or only what is new and wanted.
   */
  public sealed interface Handling<E extends DomainEvent> {}

  record OneByOne<E extends DomainEvent>(
      Predicate<EventEnvelope<E>> wanted, EventHandler<E> handler) implements Handling<E> {}

  record InBatches<E extends DomainEvent>(BatchHandler<E> handler) implements Handling<E> {}

  record RecordsInBatches<E extends DomainEvent>(RecordBatchHandler handler)
      implements Handling<E> {}

  record PerKey<E extends DomainEvent>(EventHandler<E> handler, int inFlight)
      implements Handling<E> {
    PerKey {
      if (inFlight < 1) {
        throw new IllegalArgumentException("inFlight must be at least 1");
      }
    }
  }

  record Fleeting<E extends DomainEvent>(Predicate<String> wantedKey, EventHandler<E> handler)
      implements Handling<E> {}

  record Watching<E extends DomainEvent>(Predicate<String> wantedKey, EventHandler<E> handler)
      implements Handling<E> {}

  public static <E extends DomainEvent> Subscription<E> of(
      String group, Class<E> type, EventHandler<E> handler) {
    return of(group, type, event -> true, handler);
  }

  /**
   * For handlers that have nothing to do for many events: those are passed over, without a
   * transaction and without a note that they were handled.
   *
   * @param wanted says of the same event always the same: it is asked again when the event comes
   *     again
   */
  public static <E extends DomainEvent> Subscription<E> of(
      String group, Class<E> type, Predicate<EventEnvelope<E>> wanted, EventHandler<E> handler) {
    return reading(group, type, new OneByOne<>(wanted, handler));
  }

  public static <E extends DomainEvent> Subscription<E> inBatches(
      String group, Class<E> type, BatchHandler<E> handler) {
    return reading(group, type, new InBatches<>(handler));
  }

  /** For those who want the records as they stand in Kafka, be they events or not. */
  public static <E extends DomainEvent> Subscription<E> recordsInBatches(
      String group, Class<E> type, RecordBatchHandler handler) {
    return reading(group, type, new RecordsInBatches<>(handler));
  }

  /**
   * For slow calls to the outside. Events of one key are handled in order, those of different keys
   * beside each other on virtual threads: an event that takes long, or has to be tried again, holds
   * up its own key only.
   *
   * <p>The handler runs outside a transaction, and an event is handled at least once: after a crash
   * also those that were finished after the oldest unfinished one. A handler whose effect must
   * happen once sees to that itself.
   *
   * @param inFlight how many events are handled at the same time
   */
  public static <E extends DomainEvent> Subscription<E> perKey(
      String group, Class<E> type, EventHandler<E> handler, int inFlight) {
    return reading(group, type, new PerKey<>(handler, inFlight));
  }

  /**
   * For what is worth something only now: begins with the newest events whenever it gets a
   * partition, and never tries again.
   *
   * @param wantedKey events of other keys are not even decoded
   */
  public static <E extends DomainEvent> Subscription<E> fleeting(
      String group, Class<E> type, Predicate<String> wantedKey, EventHandler<E> handler) {
    return reading(group, type, new Fleeting<>(wantedKey, handler));
  }

  /**
   * As {@link #fleeting}, but every instance hears of everything: for what each of them shows.
   *
   * @param name of no Kafka group: nobody's progress is kept
   */
  public static <E extends DomainEvent> Subscription<E> watching(
      String name, Class<E> type, Predicate<String> wantedKey, EventHandler<E> handler) {
    return reading(name, type, new Watching<>(wantedKey, handler));
  }

  public Subscription<E> withConcurrency(int threads) {
    return new Subscription<>(group, type, handling, topics, threads, gathering);
  }

  /** For what may come so much later: fewer and larger batches cost less. */
  public Subscription<E> gathering(Duration time) {
    return new Subscription<>(group, type, handling, topics, concurrency, time);
  }

  /** For those who read all but one family, or one event type. */
  public Subscription<E> except(Class<? extends E> family) {
    var rest = new ArrayList<>(topics);
    rest.removeAll(topicsOf(family));
    return new Subscription<>(group, type, handling, List.copyOf(rest), concurrency, gathering);
  }

  private static <E extends DomainEvent> Subscription<E> reading(
      String group, Class<E> type, Handling<E> handling) {
    return new Subscription<>(group, type, handling, topicsOf(type), 1, Duration.ZERO);
  }

  private static List<String> topicsOf(Class<? extends DomainEvent> type) {
    return Topics.of(type).stream().map(Topics.TopicSpec::name).toList();
  }
}
