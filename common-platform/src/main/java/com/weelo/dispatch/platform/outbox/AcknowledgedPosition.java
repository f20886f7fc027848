package com.weelo.dispatch.platform.outbox;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.postgresql.replication.LogSequenceNumber;

/**
 * How far everything has been acknowledged. Acknowledgements come in any order; the position only
 * moves past a transaction when all its events and all earlier ones are acknowledged.
 *
 * <p>Invariant: transactions in the queue are in commit order, and the position is never beyond the
 * first of them that is incomplete.
 */
final class AcknowledgedPosition {

  private final Deque<Transaction> pending = new ArrayDeque<>();
  private @Nullable LogSequenceNumber position;
  private int events;

  /** A transaction on its way to Kafka. */
  final class Transaction {
    private int outstanding;
    private @Nullable LogSequenceNumber end;

    void sent() {
      synchronized (AcknowledgedPosition.this) {
        outstanding++;
        events++;
      }
    }

    void acknowledged() {
      synchronized (AcknowledgedPosition.this) {
        outstanding--;
        events--;
        advance();
      }
    }

    void committed(LogSequenceNumber at) {
      synchronized (AcknowledgedPosition.this) {
        end = at;
        advance();
      }
    }
  }

  synchronized Transaction begin() {
    var transaction = new Transaction();
    pending.addLast(transaction);
    return transaction;
  }

  /** Where to resume after a crash; null while nothing new has been acknowledged. */
  synchronized @Nullable LogSequenceNumber position() {
    return position;
  }

  /** Whether every transaction seen so far is acknowledged. */
  synchronized boolean idle() {
    return pending.isEmpty();
  }

  /** Events sent and not yet acknowledged. */
  synchronized int outstanding() {
    return events;
  }

  private void advance() {
    for (var first = pending.peekFirst();
        first != null && first.end != null && first.outstanding == 0;
        first = pending.peekFirst()) {
      position = first.end;
      pending.removeFirst();
    }
  }
}
