package com.weelo.dispatch.platform.consuming;

import com.weelo.dispatch.events.DomainEvent;
import com.weelo.dispatch.events.EventCodec;
import com.weelo.dispatch.events.EventEnvelope;
import com.weelo.dispatch.platform.consuming.Subscription.Fleeting;
import com.weelo.dispatch.platform.consuming.Subscription.InBatches;
import com.weelo.dispatch.platform.consuming.Subscription.OneByOne;
import com.weelo.dispatch.platform.consuming.Subscription.PerKey;
import com.weelo.dispatch.platform.consuming.Subscription.RecordsInBatches;
import com.weelo.dispatch.platform.consuming.Subscription.Watching;
import com.weelo.dispatch.platform.observability.Traces;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.springframework.context.Lifecycle;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.ContainerProperties.AckMode;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.GenericMessageListener;
import org.springframework.transaction.support.TransactionOperations;

/** Makes a Kafka container of a subscription, with the chain that all of them share. */
final class SubscriptionFactory {

  private static final Duration COMMIT_EVERY = Duration.ofSeconds(1);

  /** Commits are made between polls, so this is as late as one can be on an idle topic. */
  private static final Duration LONGEST_POLL = Duration.ofMillis(500);

  private static final Duration ASK_AGAIN_FOR_ACCESS = Duration.ofSeconds(2);

  /**
   * A commit that is not insisted on is lost when Kafka is away just then, and made up for by the
   * partition's next record only, however late. After so long the group has taken the partitions
   * back, to read them from the last commit.
   */
  private static final Duration INSIST_ON_COMMIT = Duration.ofMinutes(5);

  /** The service's database, for subscriptions that have their effects there. */
  record Database(JdbcTemplate jdbc, TransactionOperations transactions) {}

  private final ConsumerFactory<String, byte[]> consumers;
  private final KafkaOperations<String, byte[]> kafka;
  private final EventCodec codec;
  private final MeterRegistry registry;
  private final Traces traces;
  private final Optional<Database> database;
  private final String groupSuffix;

  /**
   * @param groupSuffix keeps the groups of several installations on one Kafka apart
   */
  SubscriptionFactory(
      ConsumerFactory<String, byte[]> consumers,
      KafkaOperations<String, byte[]> kafka,
      EventCodec codec,
      MeterRegistry registry,
      Traces traces,
      Optional<Database> database,
      String groupSuffix) {
    this.consumers = consumers;
    this.kafka = kafka;
    this.codec = codec;
    this.registry = registry;
    this.traces = traces;
    this.database = database;
    this.groupSuffix = groupSuffix;
  }

  <E extends DomainEvent> Lifecycle container(Subscription<E> subscription) {
    var group = subscription.group();
    var deadLetters = new DeadLetters(group, kafka, registry);
    deadLetters.countFrom(subscription.topics());
    var decoding = new Decoding<>(codec, subscription.type(), group, registry);
    return switch (subscription.handling()) {
      case OneByOne<E>(var wanted, var handler) ->
          container(
              subscription,
              new SingleListener<>(
                  group, decoding, only(wanted, once(group, handler)), timer(group), traces),
              deadLetters);
      case InBatches<E>(var handler) ->
          inBatches(
              subscription, new DecodedBatches<>(decoding, handler, deadLetters), deadLetters);
      case RecordsInBatches<E>(var handler) -> inBatches(subscription, handler, deadLetters);
      case PerKey<E>(var handler, var inFlight) -> {
        var listener = new SingleListener<>(group, decoding, handler, timer(group), traces);
        var name = group + groupSuffix;
        var lane = new PerKeyListener(group, listener, deadLetters);
        yield new ReadingThread(
            name, new PerKeyConsumer(consumers, name, subscription, lane, inFlight));
      }
      case Fleeting<E>(var wantedKey, var handler) ->
          container(subscription, fleeting(group, decoding, wantedKey, handler), deadLetters);
      case Watching<E>(var wantedKey, var handler) ->
          new ReadingThread(
              group,
              new Spectator(
                  consumers, subscription, fleeting(group, decoding, wantedKey, handler)));
    };
  }

  private <E extends DomainEvent> FleetingListener<E> fleeting(
      String group, Decoding<E> decoding, Predicate<String> wantedKey, EventHandler<E> handler) {
    return new FleetingListener<>(
        decoding,
        wantedKey,
        handler,
        timer(group),
        Counter.builder("dispatch.consumed.forgotten")
            .description("Fleeting events that failed, and were not tried again")
            .tag("group", group)
            .register(registry));
  }

  private static <E extends DomainEvent> EventHandler<E> only(
      Predicate<EventEnvelope<E>> wanted, EventHandler<E> handler) {
    return event -> {
      if (wanted.test(event)) {
        handler.handle(event);
      }
    };
  }

  private <E extends DomainEvent> EventHandler<E> once(String group, EventHandler<E> handler) {
    return database
        .map(d -> new Deduplication(d.jdbc(), d.transactions()).around(group, handler))
        .orElse(handler);
  }

  private Lifecycle inBatches(
      Subscription<?> subscription, RecordBatchHandler handler, DeadLetters deadLetters) {
    var group = subscription.group();
    var own =
        database.orElseThrow(
            () -> new IllegalStateException(group + " reads in batches without a database"));
    var offsets = new ConsumedOffsets(own.jdbc(), group);
    var listener = new BatchListener(handler, offsets, own.transactions(), timer(group));
    var container = container(subscription, listener, deadLetters);
    container.getContainerProperties().setConsumerRebalanceListener(new FromDatabase(offsets));
    return container;
  }

  private ConcurrentMessageListenerContainer<String, byte[]> container(
      Subscription<?> subscription, GenericMessageListener<?> listener, DeadLetters deadLetters) {
    var properties = new ContainerProperties(subscription.topics().toArray(String[]::new));
    properties.setGroupId(subscription.group() + groupSuffix);
    properties.setMessageListener(listener);
    if (subscription.handling() instanceof Fleeting) {
      properties.setConsumerRebalanceListener(new FromNow());
    }
    properties.setMissingTopicsFatal(false);
    // What a crash makes come again is recognised; so a commit need not follow every poll.
    properties.setAckMode(AckMode.TIME);
    properties.setAckTime(COMMIT_EVERY.toMillis());
    properties.setPollTimeout(LONGEST_POLL.toMillis());
    properties.setSyncCommitTimeout(INSIST_ON_COMMIT);
    // Rights may be granted later than a service starts; else it would never read again.
    properties.setAuthExceptionRetryInterval(ASK_AGAIN_FOR_ACCESS);
    properties.setKafkaConsumerProperties(Gathering.settings(subscription.gathering()));
    var container = new ConcurrentMessageListenerContainer<>(consumers, properties);
    container.setBeanName(subscription.group());
    container.setConcurrency(subscription.concurrency());
    container.setCommonErrorHandler(errorHandler(deadLetters));
    return container;
  }

  /** Skips what came before a partition was assigned, and commits that, so it is no lag. */
  private static final class FromNow implements ConsumerAwareRebalanceListener {
    @Override
    public void onPartitionsAssigned(
        Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
      consumer.seekToEnd(partitions);
      var now = new HashMap<TopicPartition, OffsetAndMetadata>();
      for (var partition : partitions) {
        now.put(partition, new OffsetAndMetadata(consumer.position(partition)));
      }
      consumer.commitSync(now);
    }
  }

  private Timer timer(String group) {
    return Timer.builder("dispatch.consumed")
        .description("Handling of one event, or of one batch where events are handled in batches")
        .tag("group", group)
        .register(registry);
  }

  private static DefaultErrorHandler errorHandler(DeadLetters deadLetters) {
    var handler = new DefaultErrorHandler(deadLetters);
    handler.setBackOffFunction((record, failure) -> Retries.after(failure));
    handler.setSeekAfterError(false);
    return handler;
  }
}
