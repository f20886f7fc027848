package com.weelo.dispatch.audit.searching;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;

/** A place in the record's order: of time and, within a moment, of chain and offset. */
record Cursor(Instant occurredAt, int chain, long offset) {

  private static final int BYTES = 8 + 4 + 8;

  /** As clients hand it back: opaque. */
  String encoded() {
    var bytes =
        ByteBuffer.allocate(BYTES)
            .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, occurredAt))
            .putInt(chain)
            .putLong(offset)
            .array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /**
   * @return empty where it is none that was ever given out
   */
  static Optional<Cursor> decode(String text) {
    try {
      var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text.getBytes(US_ASCII)));
      if (bytes.remaining() != BYTES) {
        return Optional.empty();
      }
      var at = Instant.EPOCH.plus(bytes.getLong(), ChronoUnit.MICROS);
      return Optional.of(new Cursor(at, bytes.getInt(), bytes.getLong()));
    } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
      return Optional.empty();
    }
  }
}
