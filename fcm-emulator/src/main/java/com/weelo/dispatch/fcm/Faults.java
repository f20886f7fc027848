package com.weelo.dispatch.fcm;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The faults still to come, first put first used. Safe for use by many threads. */
final class Faults<F extends CountedFault<F>> {

  private final List<F> armed = new ArrayList<>();

  synchronized void add(F fault) {
    armed.add(fault);
  }

  /** Uses up one time of the first fault that a message to them meets, null where none does. */
  synchronized @Nullable F meet(@Nullable String sentTo) {
    for (int i = 0; i < armed.size(); i++) {
      F fault = armed.get(i);
      if (fault.hits(sentTo)) {
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

  synchronized List<F> all() {
    return List.copyOf(armed);
  }

  synchronized void clear() {
    armed.clear();
  }
}
