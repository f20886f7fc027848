package com.weelo.dispatch.platform.consuming;

import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.springframework.kafka.core.ConsumerFactory;

/**
 * Has a {@link PollLoop} feed {@link KeyLanes}.
 *
 * <p>Why not one of Spring Kafka's containers: they poll again only when all that the last poll
 * brought was handled, so one slow call would hold up everybody; and their way out of that,
 * acknowledging out of order, has lost records.
 */
final class PerKeyConsumer implements ReadingThread.Reading {

  private final ConsumerFactory<String, byte[]> consumers;
  private final String group;
  private final Subscription<?> subscription;
  private final KeyLanes.Handling handling;
  private final int inFlight;

  PerKeyConsumer(
      ConsumerFactory<String, byte[]> consumers,
      String group,
      Subscription<?> subscription,
      KeyLanes.Handling handling,
      int inFlight) {
    this.consumers = consumers;
    this.group = group;
    this.subscription = subscription;
    this.handling = handling;
    this.inFlight = inFlight;
  }

  @Override
  public void run(BooleanSupplier wanted) {
    try (var consumer = consumer();
        var lanes = new KeyLanes(handling, inFlight)) {
      new PollLoop(consumer, lanes, inFlight).run(subscription.topics(), wanted);
    }
  }

  private Consumer<String, byte[]> consumer() {
    var overrides = Gathering.settings(subscription.gathering());
    overrides.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    overrides.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, inFlight);
    return consumers.createConsumer(group, null, null, overrides);
  }
}
