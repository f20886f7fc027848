package com.weelo.dispatch.audit.sealing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.weelo.dispatch.audit.recording.Chain;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;

/**
 * A signature over all chains as they were at a moment.
 *
 * @param number from 1, without holes
 * @param sealedAt to the microsecond
 * @param previous the hash of the seal before; of the first, zeros
 * @param chains how many there were
 * @param root over their heads
 * @param publicKey by which the signature can be checked, X.509
 * @param signature Ed25519, over all but itself and the key
 */
@SuppressWarnings("ArrayRecordComponent") // see sameAs
public record Seal(
    long number,
    Instant sealedAt,
    byte[] previous,
    int chains,
    byte[] root,
    byte[] publicKey,
    byte[] signature) {

  private static final byte[] PURPOSE = "weelo-audit-seal-1".getBytes(UTF_8);

  /** What the first seal has for a hash of the one before it. */
  public static byte[] beforeTheFirst() {
    return new byte[Chain.HASH_BYTES];
  }

  /** What stands in it, not signed yet. */
  static Seal unsigned(long number, Instant at, byte[] previous, int chains, byte[] root) {
    return new Seal(
        number,
        at.truncatedTo(ChronoUnit.MICROS),
        previous,
        chains,
        root,
        new byte[0],
        new byte[0]);
  }

  Seal signed(SigningKey key) {
    return new Seal(
        number,
        sealedAt,
        previous,
        chains,
        root,
        key.publicKey().getEncoded(),
        key.sign(content()));
  }

  /** What is signed. */
  public byte[] content() {
    return ByteBuffer.allocate(PURPOSE.length + 8 + 8 + 4 + 2 * Chain.HASH_BYTES)
        .put(PURPOSE)
        .putLong(number)
        .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, sealedAt))
        .put(Arrays.copyOf(previous, Chain.HASH_BYTES))
        .putInt(chains)
        .put(Arrays.copyOf(root, Chain.HASH_BYTES))
        .array();
  }

  /** What the next one refers to. */
  public byte[] hash() {
    var digest = Chain.digest();
    digest.update(content());
    return digest.digest(signature);
  }

  public boolean sameAs(Seal other) {
    return Arrays.equals(hash(), other.hash());
  }
}
