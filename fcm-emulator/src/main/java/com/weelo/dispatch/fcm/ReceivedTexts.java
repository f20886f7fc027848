package com.weelo.dispatch.fcm;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The newest text messages, up to a limit, in the order they came. Safe for many threads. */
public final class ReceivedTexts {

  private final int limit;
  private final Deque<ReceivedSms> kept = new ArrayDeque<>();

  ReceivedTexts(int limit) {
    this.limit = limit;
  }

  synchronized void add(ReceivedSms text) {
    if (kept.size() == limit) {
      kept.removeFirst();
    }
    kept.addLast(text);
  }

  /** All that are kept, newest last. */
  public synchronized List<ReceivedSms> all() {
    return List.copyOf(kept);
  }

  /** Those sent to this number, newest last. */
  public synchronized List<ReceivedSms> to(String number) {
    return kept.stream().filter(text -> text.to().equals(number)).toList();
  }

  public synchronized void clear() {
    kept.clear();
  }
}
