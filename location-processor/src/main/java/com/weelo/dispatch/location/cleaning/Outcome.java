package com.weelo.dispatch.location.cleaning;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What became of a fix. Every fix received has exactly one outcome. */
public enum Outcome {
  /** Kept, and the driver's current position at that moment. */
  INDEXED,
  /** Kept, but older than the driver's current position: history only. */
  STORED,
  /** Dropped: the same report came before. */
  DUPLICATE,
  /** Dropped: too old to be kept, or overtaken by a later report of the same device. */
  OUTDATED,
  /** Dropped: the device itself was not sure enough. */
  INACCURATE,
  /** Dropped: nobody drives that fast. */
  IMPOSSIBLE_SPEED,
  /** Dropped: not a position at all. */
  INVALID;

  /** The reasons for which fixes are dropped. */
  public static final Set<Outcome> DROPPED =
      Collections.unmodifiableSet(EnumSet.range(DUPLICATE, INVALID));

  /** As it stands in answers, metrics and the database. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public boolean isKept() {
    return !DROPPED.contains(this);
  }
}
