package com.weelo.dispatch.audit.verifying;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of looking at the record.
 *
 * @param records links whose hash was computed anew: records, and digests of many
 * @param firstBroken by topic, partition and offset, then seals; null where all is well
 * @param findings the first thousand, among them such as break nothing
 */
public record Verification(
    long records, long sealsChecked, @Nullable Finding firstBroken, List<Finding> findings) {

  public boolean verified() {
    return firstBroken == null;
  }
}
