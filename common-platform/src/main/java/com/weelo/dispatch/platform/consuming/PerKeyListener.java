package com.weelo.dispatch.platform.consuming;

import com.weelo.dispatch.events.EventHeaders;
import com.weelo.dispatch.platform.observability.Correlation;
import java.time.Duration;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.MessageListener;

/** Handles records one at a time, and decides what becomes of those that fail. */
final class PerKeyListener implements KeyLanes.Handling {

  private static final Logger log = LoggerFactory.getLogger(PerKeyListener.class);

  /** A dead letter that Kafka does not take is posted again, after the event is tried again. */
  private static final Duration UNTIL_DEAD_LETTERS_ARE_TAKEN = Duration.ofSeconds(1);

  private final String group;
  private final MessageListener<String, byte[]> listener;
  private final DeadLetters deadLetters;

  PerKeyListener(String group, MessageListener<String, byte[]> listener, DeadLetters deadLetters) {
    this.group = group;
    this.listener = listener;
    this.deadLetters = deadLetters;
  }

  @Override
  public Optional<Duration> handle(ConsumerRecord<String, byte[]> record, Attempts attempts) {
    try {
      listener.onMessage(record);
      return Optional.empty();
    } catch (Exception failure) {
      return onFailure(record, attempts, failure);
    } catch (Throwable error) { // the lane must not end with its thread
      return onFailure(record, attempts, new IllegalStateException(error));
    }
  }

  private Optional<Duration> onFailure(
      ConsumerRecord<String, byte[]> record, Attempts attempts, Exception failure) {
    try (var ignored = Correlation.logged(HeaderText.of(record, EventHeaders.CORRELATION_ID))) {
      return againOrNever(record, attempts, failure);
    }
  }

  private Optional<Duration> againOrNever(
      ConsumerRecord<String, byte[]> record, Attempts attempts, Exception failure) {
    var pause = attempts.after(failure);
    if (pause.isEmpty()) {
      return giveUp(record, failure);
    }
    if (attempts.failures() == 1) {
      log.warn(
          "{} tries {}-{}@{} (key {}) again: {}",
          group,
          record.topic(),
          record.partition(),
          record.offset(),
          record.key(),
          failure.toString());
    }
    return pause;
  }

  private Optional<Duration> giveUp(ConsumerRecord<String, byte[]> record, Exception failure) {
    try {
      deadLetters.accept(record, failure);
      return Optional.empty();
    } catch (RuntimeException notTaken) {
      log.error("{} can not post a dead letter: {}", group, notTaken.toString());
      return Optional.of(UNTIL_DEAD_LETTERS_ARE_TAKEN);
    }
  }
}
