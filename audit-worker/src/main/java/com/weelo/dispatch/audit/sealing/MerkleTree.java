package com.weelo.dispatch.audit.sealing;

import com.weelo.dispatch.audit.recording.Chain;
import java.security.MessageDigest;
import java.util.List;

/**
 * One hash over many leaves, as RFC 9162 makes it: leaves and nodes are told apart by their first
 * byte, so that no node passes for a leaf.
 */
final class MerkleTree {

  private static final byte LEAF = 0;
  private static final byte NODE = 1;

  private MerkleTree() {}

  static byte[] root(List<byte[]> leaves) {
    var digest = Chain.digest();
    return leaves.isEmpty() ? digest.digest() : root(digest, leaves);
  }

  private static byte[] root(MessageDigest digest, List<byte[]> leaves) {
    if (leaves.size() == 1) {
      digest.update(LEAF);
      return digest.digest(leaves.getFirst());
    }
    int left = Integer.highestOneBit(leaves.size() - 1); // the largest power of two below
    var leftRoot = root(digest, leaves.subList(0, left));
    var rightRoot = root(digest, leaves.subList(left, leaves.size()));
    digest.update(NODE);
    digest.update(leftRoot);
    return digest.digest(rightRoot);
  }
}
