package com.weelo.dispatch.platform.consuming;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.weelo.dispatch.events.EventHeaders;
import com.weelo.dispatch.events.Topics;
import com.weelo.dispatch.platform.observability.Correlation;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Collection;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.listener.ConsumerRecordRecoverer;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;

/**
 * Puts what could not be handled on {@code <topic>.dlt}, with the reason, the worker and the stack
 * in its headers. A letter that Kafka does not take is a failure of its own: the record stays where
 * it is and is tried again.
 */
final class DeadLetters implements ConsumerRecordRecoverer {

  static final String REASON = "dlt-reason";
  static final String WORKER = "dlt-worker";

  private static final Logger log = LoggerFactory.getLogger(DeadLetters.class);

  private final String group;
  private final MeterRegistry registry;
  private final DeadLetterPublishingRecoverer recoverer;

  DeadLetters(String group, KafkaOperations<String, byte[]> kafka, MeterRegistry registry) {
    this.group = group;
    this.registry = registry;
    this.recoverer =
        new DeadLetterPublishingRecoverer(
            kafka, (record, e) -> new TopicPartition(Topics.dlt(record.topic()), -1));
    recoverer.setFailIfSendResultIsError(true);
    recoverer.setHeadersFunction((record, e) -> headers(e));
  }

  @Override
  public void accept(ConsumerRecord<?, ?> record, Exception failure) {
    try (var ignored = Correlation.logged(HeaderText.of(record, EventHeaders.CORRELATION_ID))) {
      post(record, failure);
    }
  }

  private void post(ConsumerRecord<?, ?> record, Exception failure) {
    recoverer.accept(record, failure);
    counter(record.topic()).increment();
    log.error(
        "{} put {}-{}@{} (key {}) on its dead-letter topic: {}",
        group,
        record.topic(),
        record.partition(),
        record.offset(),
        record.key(),
        reason(failure));
  }

  /** So that the first letter is seen as one more than none. */
  void countFrom(Collection<String> topics) {
    topics.forEach(this::counter);
  }

  private Counter counter(String topic) {
    return Counter.builder("dispatch.consumed.dead")
        .description("Events that could not be handled and were put on their dead-letter topic")
        .tag("group", group)
        .tag("topic", topic)
        .register(registry);
  }

  private Headers headers(Exception failure) {
    return new RecordHeaders()
        .add(REASON, reason(failure).getBytes(UTF_8))
        .add(WORKER, group.getBytes(UTF_8));
  }

  /** The handler's own words, not those of a parser further down, which may quote the event. */
  private static String reason(Exception failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof PoisonEvent) {
        return describe(cause);
      }
    }
    return describe(NestedExceptionUtils.getMostSpecificCause(failure));
  }

  private static String describe(Throwable cause) {
    return cause.getClass().getSimpleName() + ": " + cause.getMessage();
  }
}
