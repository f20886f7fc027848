package com.weelo.dispatch.audit.recording;

import java.util.Locale;

/** Why offsets are not there. */
public enum GapCause {
  /** Kafka dropped them for their age before they were read. */
  RETENTION,
  /** Kafka dropped them for newer ones of the same key. */
  COMPACTION,
  /** Kafka's own notes about transactions took them; they never held a record. */
  TRANSACTION_MARKERS,
  /** Nobody knows. */
  MISSING;

  /** As it stands in the record. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
