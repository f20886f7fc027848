package com.weelo.dispatch.audit.verifying;

import com.weelo.dispatch.audit.verifying.Finding.Kind;

/**
 * A chain as the database has it.
 *
 * @param consumed the next offset that its reader wants, as the chain counts
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record StoredChain(
    int chain,
    String topic,
    int partition,
    Links table,
    long nextOffset,
    byte[] hash,
    long links,
    long consumed) {

  Finding finding(Kind kind, long offset, String detail) {
    return new Finding(kind, topic, partition, offset, detail);
  }
}
