package com.weelo.dispatch.platform.publishing;

import com.weelo.dispatch.events.DomainEvent;
import com.weelo.dispatch.events.EventEnvelope;
import com.weelo.dispatch.events.EventIds;
import com.weelo.dispatch.events.EventMetadata;
import com.weelo.dispatch.platform.observability.Correlation;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Gives events their identity: once, when they happen. */
public final class Envelopes {

  private final ServiceIdentity service;
  private final Clock clock;

  public Envelopes(ServiceIdentity service, Clock clock) {
    this.service = service;
    this.clock = clock;
  }

  /**
   * @param aggregateVersion the aggregate's change this event is, from 1; null where there is none
   */
  public <E extends DomainEvent> EventEnvelope<E> wrap(E event, @Nullable Long aggregateVersion) {
    var correlation = Correlation.current();
    return new EventEnvelope<>(
        EventIds.next(),
        clock.instant(),
        event,
        new EventMetadata(
            service.name(),
            service.environment(),
            correlation.correlationId(),
            correlation.causationId(),
            aggregateVersion));
  }
}
