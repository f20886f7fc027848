package com.weelo.dispatch.platform.consuming;

import com.weelo.dispatch.events.DomainEvent;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Has each event take effect once: the note that it was handled is written in the transaction of
 * the effect, so both are there or neither is.
 */
final class Deduplication {

  private final JdbcTemplate jdbc;
  private final TransactionOperations transactions;

  Deduplication(JdbcTemplate jdbc, TransactionOperations transactions) {
    this.jdbc = jdbc;
    this.transactions = transactions;
  }

  <E extends DomainEvent> EventHandler<E> around(String subscription, EventHandler<E> handler) {
    return event ->
        transactions.executeWithoutResult(status -> {
          var first =
              jdbc.update(
                      """
                      INSERT INTO processed_events (subscription, event_id) VALUES (?, ?)
                      ON CONFLICT DO NOTHING
                      """,
                      subscription,
                      event.eventId())
                  == 1;
          if (first) {
            handler.handle(event);
          }
        });
  }
}
