package com.weelo.dispatch.events;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where an event came from.
 *
 * @param producedBy the module that wrote it
 * @param environment for example {@code local} or {@code production}
 * @param correlationId the same on everything that one request set off
 * @param causationId the event that this one answers, if any
 * @param aggregateVersion the aggregate's change this event is, counted from 1 without holes; null
 *     for events that belong to no aggregate
 */
public record EventMetadata(
    String producedBy,
    String environment,
    String correlationId,
    @Nullable UUID causationId,
    @Nullable Long aggregateVersion) {

  public EventMetadata {
    if (aggregateVersion != null) {
      Checks.atLeast("aggregateVersion", aggregateVersion, 1);
    }
  }
}
