package com.weelo.dispatch.system;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;

/** How often what happened. */
final class Tally {

  private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();

  void add(String what) {
    add(what, 1);
  }

  void add(String what, long times) {
    counts.computeIfAbsent(what, unseen -> new LongAdder()).add(times);
  }

  void addAll(Tally other) {
    other.counts.forEach((what, times) -> add(what, times.sum()));
  }

  @Override
  public String toString() {
    return new ConcurrentSkipListMap<>(counts).toString();
  }
}
