package com.weelo.dispatch.audit.verifying;

import com.weelo.dispatch.audit.verifying.Finding.Kind;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Links of one chain that do not have the hash they should have, until it is clear why. */
final class Suspects {

  private static final int MOST = 64;

  /**
   * @param place counts the chain's rows
   * @param before the hash that the row before has
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Suspect(long place, byte[] before, LinkRow row) {}

  private final MessageDigest digest;
  private final List<Suspect> suspects = new ArrayList<>();

  Suspects(MessageDigest digest) {
    this.digest = digest;
  }

  void add(long place, byte[] before, LinkRow row) {
    if (suspects.size() < MOST) {
      suspects.add(new Suspect(place, before, row));
    }
  }

  /** Names those that were exchanged; the rest was changed. */
  void settle(StoredChain chain, List<Finding> findings) {
    var explained = new HashSet<Long>();
    for (int i = 0; i < suspects.size(); i++) {
      var one = suspects.get(i);
      if (explained.contains(one.place())) {
        continue;
      }
      var other = partner(i, explained);
      if (other == null) {
        findings.add(
            chain.finding(
                Kind.ROW_CHANGED, one.row().offset(), "it is not what was recorded there"));
      } else {
        findings.add(
            chain.finding(
                Kind.ROWS_SWAPPED,
                one.row().offset(),
                "it stands in the place of offset %d, and that one in its"
                    .formatted(other.row().offset())));
        // Those after them follow on something else than they did; they may be well themselves.
        explained.addAll(List.of(one.place() + 1, other.place(), other.place() + 1));
      }
    }
  }

  private @Nullable Suspect partner(int index, Set<Long> explained) {
    for (var other : suspects.subList(index + 1, suspects.size())) {
      if (!explained.contains(other.place()) && fitExchanged(suspects.get(index), other)) {
        return other;
      }
    }
    return null;
  }

  /**
   * Whether both are right in each other's place, with their own hash or with that of the place.
   */
  private boolean fitExchanged(Suspect one, Suspect other) {
    var otherHere = other.row().at(one.row().offset()).hash(digest, one.before());
    var hashesToo = other.row().hasHash(otherHere);
    if (!hashesToo && !one.row().hasHash(otherHere)) {
      return false;
    }
    boolean neighbours = other.place() == one.place() + 1;
    var before = neighbours ? otherHere : other.before();
    var oneThere = one.row().at(other.row().offset()).hash(digest, before);
    return hashesToo ? one.row().hasHash(oneThere) : other.row().hasHash(oneThere);
  }
}
