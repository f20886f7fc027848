package com.weelo.dispatch.audit.recording;

import java.util.Collection;

/**
 * Ids as numbers, by which the record is searched: far cheaper to index than the ids themselves.
 * Two ids may share a number, so what is found is looked at again.
 */
public final class EntityHash {

  private static final long OFFSET = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private EntityHash() {}

  /** FNV-1a over the id's characters, mixed. Kept for ever: rows hold it. */
  public static long of(String id) {
    long hash = OFFSET;
    for (int i = 0; i < id.length(); i++) {
      hash = (hash ^ id.charAt(i)) * PRIME;
    }
    hash = (hash ^ (hash >>> 32)) * 0x9e3779b97f4a7c15L;
    return hash ^ (hash >>> 29);
  }

  static long[] all(Collection<String> ids) {
    return ids.stream().mapToLong(EntityHash::of).toArray();
  }
}
