package com.weelo.dispatch.audit.verifying;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something that is not as it was recorded.
 *
 * @param topic null where it is about a seal
 * @param offset of Kafka's where it is about a chain; where it is about a seal, its number
 * @param detail for people
 */
public record Finding(
    Kind kind, @Nullable String topic, @Nullable Integer partition, long offset, String detail) {

  /** What can be wrong. */
  public enum Kind {
    /** A row does not have the hash that it was recorded with. */
    ROW_CHANGED(true),
    /** Two rows stand in each other's place. */
    ROWS_SWAPPED(true),
    /** Rows are gone. */
    ROWS_MISSING(true),
    /** A chain ends before it did. */
    TAIL_CUT(true),
    /** A chain's head is not that of its newest row. */
    HEAD_DIFFERS(true),
    /** A whole chain is gone. */
    CHAIN_GONE(true),
    /** The rows fit each other, but not what was sealed. */
    CHAIN_REWRITTEN(true),
    /** When it was recorded, Kafka did not have what it should have had, and nobody knows why. */
    RECORDS_LOST(true),
    /** Kafka dropped records for their age before they were recorded. */
    RECORDS_EXPIRED(false),
    /** A seal is gone. */
    SEAL_MISSING(true),
    /** A seal is not signed by whom it should be. */
    SEAL_FORGED(true),
    /** A seal does not fit the one before, what it was made over, or the file. */
    SEAL_ALTERED(true),
    /** For too long nothing was sealed. */
    UNSEALED(true);

    private final boolean breaking;

    Kind(boolean breaking) {
      this.breaking = breaking;
    }

    /** Whether the record can not be relied on. */
    public boolean isBreaking() {
      return breaking;
    }

    /** As programs read it. */
    @JsonValue
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static Finding ofSeal(Kind kind, long number, String detail) {
    return new Finding(kind, null, null, number, detail);
  }
}
