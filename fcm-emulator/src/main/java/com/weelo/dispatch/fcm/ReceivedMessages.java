package com.weelo.dispatch.fcm;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The newest messages, up to a limit, in the order they came. Safe for use by many threads. */
public final class ReceivedMessages {

  private final int limit;
  private final Deque<ReceivedMessage> kept = new ArrayDeque<>();
  private long total;

  ReceivedMessages(int limit) {
    this.limit = limit;
  }

  synchronized void add(ReceivedMessage message) {
    if (kept.size() == limit) {
      kept.removeFirst();
    }
    kept.addLast(message);
    total++;
  }

  /** How many came since the start, whether they are kept or not. */
  public synchronized long total() {
    return total;
  }

  /** All that are kept, newest last. */
  public synchronized List<ReceivedMessage> all() {
    return List.copyOf(kept);
  }

  /** Those sent to this device, newest last. */
  public synchronized List<ReceivedMessage> to(String token) {
    return kept.stream().filter(message -> token.equals(message.token())).toList();
  }

  public synchronized void clear() {
    kept.clear();
  }
}
