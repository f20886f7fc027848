package com.weelo.dispatch.audit.verifying;

import com.weelo.dispatch.audit.sealing.Seal;
import com.weelo.dispatch.audit.sealing.SealFile;
import com.weelo.dispatch.audit.sealing.SealSignatures;
import com.weelo.dispatch.audit.sealing.SealedHead;
import com.weelo.dispatch.audit.verifying.Finding.Kind;
import com.weelo.dispatch.audit.verifying.SealedHeads.SealWithHeads;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Goes along the seals: numbers, links, signatures, roots, and the file outside. */
final class SealCheck {

  private final Findings findings;
  private final SealFile.@Nullable Reader file;
  private final Set<PublicKey> keys;
  private final Map<String, SealedHead> heads;
  private long number;
  private @Nullable Seal last;
  private @Nullable Seal written;
  private boolean rootsFit = true;
  private long checked;

  SealCheck(
      Set<PublicKey> keys, SealFile.@Nullable Reader file, SealRange range, Findings findings) {
    this.keys = new HashSet<>(keys);
    this.file = file;
    this.findings = findings;
    this.heads = new HashMap<>(range.begin());
    this.number = range.after();
    nextWritten();
  }

  long checked() {
    return checked;
  }

  @Nullable Seal last() {
    return last;
  }

  /** As the newest seal saw them. */
  Map<String, SealedHead> heads() {
    return heads;
  }

  void seal(SealWithHeads next) {
    var seal = next.seal();
    if (seal.number() != number + 1) {
      find(
          Kind.SEAL_MISSING,
          number + 1,
          "seals %d to %d are gone".formatted(number + 1, seal.number() - 1));
    } else if (!follows(seal)) {
      find(Kind.SEAL_ALTERED, seal.number(), "it does not follow on the one before");
    }
    checkSignature(seal);
    next.moved()
        .forEach(head -> heads.put(SealRange.partition(head.topic(), head.partition()), head));
    checkRoot(seal);
    compareWithFile(seal);
    number = seal.number();
    last = seal;
    checked++;
  }

  private boolean follows(Seal seal) {
    var before = last;
    if (before != null) {
      return Arrays.equals(seal.previous(), before.hash());
    }
    return number > 0 || Arrays.equals(seal.previous(), Seal.beforeTheFirst());
  }

  private void checkSignature(Seal seal) {
    if (keys.isEmpty()) {
      trustItsKey(seal);
    }
    if (keys.stream().noneMatch(key -> SealSignatures.isSignedBy(seal, key))) {
      find(Kind.SEAL_FORGED, seal.number(), "it is not signed with a key that is trusted");
    }
  }

  private void trustItsKey(Seal seal) {
    try {
      keys.add(SealSignatures.publicKey(seal.publicKey()));
    } catch (IllegalArgumentException noKey) {
      find(Kind.SEAL_FORGED, seal.number(), "it has no key");
    }
  }

  private void checkRoot(Seal seal) {
    if (rootsFit
        && (seal.chains() != heads.size()
            || !Arrays.equals(seal.root(), SealedHead.root(heads.values())))) {
      rootsFit = false; // those after it are made over the same heads
      find(Kind.SEAL_ALTERED, seal.number(), "it was not made over the heads that stand with it");
    }
  }

  private void compareWithFile(Seal seal) {
    missingBefore(seal.number());
    var here = written;
    if (here != null && here.number() == seal.number()) {
      if (!here.sameAs(seal)) {
        find(Kind.SEAL_ALTERED, seal.number(), "another one stands in the file");
      }
      nextWritten();
    }
  }

  /** A hole in the numbers was found already; so only what the file has at the end is news. */
  private void missingBefore(long next) {
    while (written != null && written.number() < next) {
      nextWritten();
    }
  }

  /**
   * The file must not know of seals after the last: called where the range ends with the record.
   */
  void end() {
    missingBefore(number + 1);
    var here = written;
    if (here != null) {
      long first = here.number();
      long newest = first;
      for (var next = here; next != null; next = nextWritten()) {
        newest = next.number();
      }
      find(
          Kind.SEAL_MISSING,
          first,
          "seals %d to %d stand in the file only".formatted(first, newest));
    }
  }

  private @Nullable Seal nextWritten() {
    written = file == null ? null : file.next();
    return written;
  }

  private void find(Kind kind, long number, String detail) {
    findings.add(Finding.ofSeal(kind, number, detail));
  }
}
