package com.weelo.dispatch.platform.outbox;

import com.weelo.dispatch.events.DomainEvent;
import java.util.List;

/**
 * Tells events if, and only if, the transaction they are published in commits. Events of one
 * aggregate reach Kafka in the order of its changes; an event may arrive more than once, always
 * with the same id.
 *
 * <p>The aggregate's row must be locked (inserted or updated, and flushed) before its event is
 * published: that lock is what puts concurrent changes of one aggregate in order.
 */
public interface Outbox {

  /**
   * Publishes a change of an aggregate.
   *
   * @param aggregateVersion counts the aggregate's changes from 1 without holes
   * @throws IllegalStateException outside a transaction
   */
  void publish(DomainEvent event, long aggregateVersion);

  /**
   * Publishes several changes of one aggregate, in this order, in one round trip.
   *
   * @param firstVersion of the first event; the others count on from it
   * @throws IllegalStateException outside a transaction
   */
  void publishAll(List<? extends DomainEvent> events, long firstVersion);

  /**
   * Publishes an event that belongs to no aggregate.
   *
   * @throws IllegalStateException outside a transaction
   */
  void publish(DomainEvent event);

  /**
   * Publishes events that belong to no aggregate, in this order, in one round trip.
   *
   * @throws IllegalStateException outside a transaction
   */
  void publishAll(List<? extends DomainEvent> events);

  /** An event on its way, with what set it off; to be published once, by whomever. */
  sealed interface Prepared permits JdbcOutbox.Row {}

  /** Gives an event its identity here and now, for {@link #publishPrepared}. */
  Prepared prepare(DomainEvent event);

  /**
   * Publishes events that belong to no aggregate, each with what had set it off where it was
   * prepared: for work that is done for many in one transaction.
   *
   * @throws IllegalStateException outside a transaction
   */
  void publishPrepared(List<Prepared> events);
}
