package com.weelo.dispatch.audit.sealing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.weelo.dispatch.audit.recording.Chain;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.Comparator;

/**
 * How far a chain had come, and its hash there.
 *
 * @param nextOffset the offset after its newest link
 */
@SuppressWarnings("ArrayRecordComponent") // compared by its bytes only
public record SealedHead(String topic, int partition, long nextOffset, byte[] hash) {

  private static final Comparator<SealedHead> IN_ORDER =
      Comparator.comparing(SealedHead::topic).thenComparingInt(SealedHead::partition);

  /** The root over heads in whatever order. */
  public static byte[] root(Collection<SealedHead> heads) {
    return MerkleTree.root(heads.stream().sorted(IN_ORDER).map(SealedHead::leaf).toList());
  }

  private byte[] leaf() {
    var name = topic.getBytes(UTF_8);
    return ByteBuffer.allocate(4 + name.length + 4 + 8 + Chain.HASH_BYTES)
        .putInt(name.length)
        .put(name)
        .putInt(partition)
        .putLong(nextOffset)
        .put(hash)
        .array();
  }
}
