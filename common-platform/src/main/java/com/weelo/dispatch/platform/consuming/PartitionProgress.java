package com.weelo.dispatch.platform.consuming;

import java.util.TreeSet;

/**
 * Which records of a partition are unfinished. They finish in any order; what counts is that all
 * below the first unfinished one are done. Guarded by its {@link KeyLanes}.
 */
final class PartitionProgress {

  private final TreeSet<Long> unfinished = new TreeSet<>();
  private long next;
  private int atWork;

  void taken(long offset) {
    unfinished.add(offset);
    next = offset + 1;
  }

  void begun() {
    atWork++;
  }

  void interrupted() {
    atWork--;
  }

  void finished(long offset) {
    atWork--;
    unfinished.remove(offset);
  }

  /** Whether nothing is being handled at the moment. */
  boolean isAtRest() {
    return atWork == 0;
  }

  int unfinished() {
    return unfinished.size();
  }

  /** The offset below which all is done: the one to commit. */
  long done() {
    return unfinished.isEmpty() ? next : unfinished.first();
  }
}
