package com.weelo.dispatch.platform.consuming;

import com.weelo.dispatch.events.DomainEvent;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Timer;
import java.util.List;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.listener.BatchMessageListener;

/**
 * Hands a subscription what is worth something only now. Records nobody asks for are not even
 * decoded, and what fails is counted and forgotten: whoever needs it for good reads it elsewhere.
 */
final class FleetingListener<E extends DomainEvent>
    implements BatchMessageListener<String, byte[]> {

  private final Decoding<E> decoding;
  private final Predicate<String> wantedKey;
  private final EventHandler<E> handler;
  private final Timer timer;
  private final Counter failures;

  FleetingListener(
      Decoding<E> decoding,
      Predicate<String> wantedKey,
      EventHandler<E> handler,
      Timer timer,
      Counter failures) {
    this.decoding = decoding;
    this.wantedKey = wantedKey;
    this.handler = handler;
    this.timer = timer;
    this.failures = failures;
  }

  @Override
  public void onMessage(List<ConsumerRecord<String, byte[]>> records) {
    timer.record(() -> records.forEach(this::handle));
  }

  private void handle(ConsumerRecord<String, byte[]> record) {
    try {
      if (record.key() != null && wantedKey.test(record.key())) {
        decoding.decode(record).ifPresent(handler::handle);
      }
    } catch (RuntimeException e) {
      failures.increment();
    }
  }
}
