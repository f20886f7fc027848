package com.weelo.dispatch.location.accounting;

import com.weelo.dispatch.location.cleaning.Outcome;
import java.util.EnumMap;
import java.util.Map;

/** Counts fixes by what became of them. Not for several threads. */
public final class Tally {

  private final Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);

  public void add(Outcome outcome, long fixes) {
    counts.merge(outcome, fixes, Long::sum);
  }

  /** For fixes whose outcome turns out to be another. */
  public void move(Outcome from, Outcome to, long fixes) {
    add(from, -fixes);
    add(to, fixes);
  }

  public long of(Outcome outcome) {
    return counts.getOrDefault(outcome, 0L);
  }

  /** All of them: each fix has one outcome. */
  public long received() {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }
}
