package com.weelo.dispatch.audit.verifying;

import com.weelo.dispatch.audit.sealing.SealFile;
import java.security.PublicKey;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a verification takes for granted, which should come from outside the database.
 *
 * @param keys that seals may be signed by; where there are none, the first seal's key is taken for
 *     the right one
 * @param file where seals were written down; null for nothing to compare with
 * @param longestUnsealed how old the last seal may be while there are newer records; null where the
 *     service need not be running
 */
public record Trust(
    Set<PublicKey> keys, @Nullable SealFile file, @Nullable Duration longestUnsealed) {

  public Trust {
    keys = Set.copyOf(keys);
  }
}
