package com.weelo.dispatch.platform.consuming;

import com.weelo.dispatch.events.DomainEvent;
import java.util.List;

/** What a subscription does with everything one poll brought. */
@FunctionalInterface
public interface BatchHandler<E extends DomainEvent> {

  /**
   * Runs inside a transaction together with the note how far the subscription has come: each event
   * takes effect in the database exactly once.
   *
   * @param batch in the order of each partition; never empty
   * @throws RuntimeException to have the whole batch tried again
   */
  void handle(List<Received<E>> batch);
}
