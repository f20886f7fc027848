package com.weelo.dispatch.fcm;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The faults still to come, first put first used. Safe for use by many threads. */
final class Faults {

  private final List<Fault> armed = new ArrayList<>();

  synchronized void add(Fault fault) {
    armed.add(fault);
  }

  /** Uses up one time of the first fault that a send to this token meets, null where none does. */
  synchronized @Nullable Fault meet(@Nullable String token) {
    for (int i = 0; i < armed.size(); i++) {
      Fault fault = armed.get(i);
      if (fault.hits(token)) {
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

  synchronized List<Fault> all() {
    return List.copyOf(armed);
  }

  synchronized void clear() {
    armed.clear();
  }
}
