package com.weelo.dispatch.platform.consuming;

import com.weelo.dispatch.events.DomainEvent;
import com.weelo.dispatch.events.EventEnvelope;

/** What a subscription does with one event. */
@FunctionalInterface
public interface EventHandler<E extends DomainEvent> {

  /**
   * Runs inside a transaction of the service's database, where it has one, together with the note
   * that the event was handled: its effect there happens once.
   *
   * @throws RetryableFailure to be tried again until it works; other events of the partition wait
   * @throws PoisonEvent to have it put on the dead-letter topic at once
   * @throws RuntimeException to be tried again a few times, then put on the dead-letter topic
   */
  void handle(EventEnvelope<E> event);
}
