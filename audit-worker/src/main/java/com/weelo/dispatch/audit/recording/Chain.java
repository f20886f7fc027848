package com.weelo.dispatch.audit.recording;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * How links are chained: each one's hash is of the hash before and of its own bytes, so none can be
 * changed, taken out, put in or moved without changing all after it.
 */
public final class Chain {

  /** How long a hash is. */
  public static final int HASH_BYTES = 32;

  private static final byte[] PURPOSE = "weelo-audit-chain-1".getBytes(UTF_8);

  private Chain() {}

  /** Where a partition's chain begins: no two begin alike, so none passes for another. */
  public static byte[] genesis(String topic, int partition) {
    var name = topic.getBytes(UTF_8);
    var digest = digest();
    digest.update(PURPOSE);
    digest.update(
        ByteBuffer.allocate(8 + name.length)
            .putInt(name.length)
            .put(name)
            .putInt(partition)
            .flip());
    return digest.digest();
  }

  /**
   * @param bytes where the link's own bytes are
   */
  public static byte[] next(
      MessageDigest digest, byte[] previous, byte[] bytes, int from, int length) {
    digest.update(previous);
    digest.update(bytes, from, length);
    return digest.digest();
  }

  /** SHA-256, which every Java has. */
  public static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
