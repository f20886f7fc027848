package com.weelo.dispatch.audit.recording;

import com.weelo.dispatch.platform.database.CopyRows;
import java.security.MessageDigest;
import org.apache.kafka.common.TopicPartition;

/** Where a chain grows, within one transaction: it was found at a head, and is linked on to. */
final class ChainEnd {

  private final Head found;
  private long nextOffset;
  private byte[] hash;
  private long added;

  ChainEnd(Head found) {
    this.found = found;
    this.nextOffset = found.nextOffset();
    this.hash = found.hash();
  }

  /**
   * A chain as the database has it.
   *
   * @param base where Kafka's offset 0 stands in it
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Head(int chain, TopicPartition partition, long base, long nextOffset, byte[] hash) {}

  int chain() {
    return found.chain();
  }

  TopicPartition partition() {
    return found.partition();
  }

  /** Where Kafka's offset 0 stands in the chain. */
  long base() {
    return found.base();
  }

  /** As it was found. */
  Head found() {
    return found;
  }

  long nextOffset() {
    return nextOffset;
  }

  byte[] hash() {
    return hash;
  }

  /** How many links were added. */
  long added() {
    return added;
  }

  /**
   * Completes the row at hand with its hash.
   *
   * @param from where the row's fields begin
   * @param next the offset after the link
   */
  void link(CopyRows rows, int from, MessageDigest digest, long next) {
    digest.update(hash);
    rows.feed(digest, from);
    hash = digest.digest();
    rows.bytes(hash);
    nextOffset = next;
    added++;
  }
}
