package com.weelo.dispatch.fcm;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The faults of text messages still to come, first put first used. Safe for many threads. */
final class SmsFaults {

  private final List<SmsFault> armed = new ArrayList<>();

  synchronized void add(SmsFault fault) {
    armed.add(fault);
  }

  /** Uses up one time of the first fault that a message to this number meets. */
  synchronized @Nullable SmsFault meet(String number) {
    for (int i = 0; i < armed.size(); i++) {
      SmsFault fault = armed.get(i);
      if (fault.hits(number)) {
        if (fault.times() == 1) {
          armed.remove(i);
        } else {
          armed.set(i, fault.times(fault.times() - 1));
        }
        return fault;
      }
    }
    return null;
  }

  synchronized List<SmsFault> all() {
    return List.copyOf(armed);
  }

  synchronized void clear() {
    armed.clear();
  }
}
