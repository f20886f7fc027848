package com.weelo.dispatch.audit.verifying;

import com.weelo.dispatch.audit.recording.Chain;
import com.weelo.dispatch.audit.recording.GapCause;
import com.weelo.dispatch.audit.sealing.SealedHead;
import com.weelo.dispatch.audit.verifying.Finding.Kind;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Goes along one chain, link by link. After a link that is wrong it goes on from what stands there,
 * so that one change is one finding.
 */
final class ChainCheck {

  private static final int MOST = 1_000;

  private final StoredChain chain;
  private final List<Finding> own = new ArrayList<>();
  private final Suspects suspects;
  private final MessageDigest digest = Chain.digest();
  private final long start;
  private long nextOffset;
  private long links;

  /** As the newest row has it, and as it should have: the same but after a link that is wrong. */
  private byte[] storedHash;

  private byte[] computedHash;

  /** Up to here the rows are those that were sealed. */
  private long sealedUpTo;

  private boolean rewritten;
  private boolean cut;

  /**
   * @param start the first offset to look at
   * @param hash of what comes before
   */
  ChainCheck(StoredChain chain, long start, byte[] hash) {
    this.chain = chain;
    this.suspects = new Suspects(digest);
    this.start = start;
    this.nextOffset = start;
    this.storedHash = hash;
    this.computedHash = hash;
    this.sealedUpTo = start;
  }

  long nextOffset() {
    return nextOffset;
  }

  long links() {
    return links;
  }

  void row(LinkRow row) {
    var expected = row.hash(digest, storedHash);
    if (row.offset() != nextOffset && row.gap() == null) {
      find(
          Kind.ROWS_MISSING,
          nextOffset,
          "offsets %d to %d were recorded and are gone".formatted(nextOffset, row.offset() - 1));
      expected = row.storedHash(); // nobody can say any more what it follows
    } else if (!row.hasHash(expected)) {
      var otherwise = row.hash(digest, computedHash);
      if (row.hasHash(otherwise)) {
        expected = otherwise; // only the hash before was changed
      } else {
        suspects.add(links, storedHash, row);
      }
    }
    noteGap(row);
    storedHash = row.storedHash();
    computedHash = expected;
    nextOffset = row.nextOffset();
    links++;
  }

  /** Why it has a gap is part of a row's hash: whoever deletes rows can not excuse that. */
  private void noteGap(LinkRow row) {
    var gap = row.gap();
    if (gap == null || row.offset() == nextOffset) {
      return;
    }
    var detail = "offsets %d to %d: %s".formatted(nextOffset, row.offset() - 1, gap);
    if (gap.equals(GapCause.MISSING.code())) {
      find(Kind.RECORDS_LOST, nextOffset, detail);
    } else if (gap.equals(GapCause.RETENTION.code()) && nextOffset > 0) {
      find(Kind.RECORDS_EXPIRED, nextOffset, detail);
    }
  }

  /**
   * Compares with what a seal saw, once the row before that is the newest.
   *
   * @param head ends where the newest row does
   */
  void sealed(long seal, SealedHead head) {
    if (!rewritten && !isHash(head.hash())) {
      rewritten = true; // all that follows is too
      find(
          Kind.CHAIN_REWRITTEN,
          sealedUpTo,
          "offsets %d to %d are not those that seal %d saw"
              .formatted(sealedUpTo, nextOffset - 1, seal));
    }
    sealedUpTo = nextOffset;
  }

  /** A seal saw more than there is, or than the next seal saw. */
  void cut(long from, String whoSawMore) {
    if (!cut) {
      cut = true;
      find(Kind.TAIL_CUT, from, whoSawMore);
    }
  }

  private boolean isHash(byte[] hash) {
    return Arrays.equals(hash, storedHash) || Arrays.equals(hash, computedHash);
  }

  /** All rows have been seen, up to the chain's end. */
  void end() {
    if (chain.nextOffset() > nextOffset) {
      cut(nextOffset, "the head has offsets up to %d".formatted(chain.nextOffset() - 1));
    } else if (chain.nextOffset() < nextOffset || !isHash(chain.hash())) {
      find(
          Kind.HEAD_DIFFERS,
          chain.nextOffset(),
          "the rows go up to offset %d".formatted(nextOffset - 1));
    } else if (start == 0 && chain.links() != links && own.isEmpty()) {
      find(
          Kind.HEAD_DIFFERS,
          chain.nextOffset(),
          "it counts %d links where there are %d".formatted(chain.links(), links));
    }
    if (chain.consumed() > Math.max(nextOffset, chain.nextOffset())) {
      cut(nextOffset, "offsets up to %d were recorded".formatted(chain.consumed() - 1));
    }
  }

  /** What was found, in the order of offsets. */
  void tell(Findings findings) {
    suspects.settle(chain, own);
    own.stream().sorted(Comparator.comparingLong(Finding::offset)).forEach(findings::add);
  }

  private void find(Kind kind, long offset, String detail) {
    if (own.size() < MOST) {
      own.add(chain.finding(kind, offset, detail));
    }
  }
}
