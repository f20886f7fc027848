package com.weelo.dispatch.audit.verifying;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which part of the record to look at: what was recorded between two times, as far as seals can
 * tell. It begins with the last seal before and ends with the first one after.
 *
 * @param from null for the beginning
 * @param to null for the end
 */
public record Scope(@Nullable Instant from, @Nullable Instant to) {

  public static final Scope ALL = new Scope(null, null);
}
