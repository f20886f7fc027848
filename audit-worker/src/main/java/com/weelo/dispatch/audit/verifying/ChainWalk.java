package com.weelo.dispatch.audit.verifying;

import com.weelo.dispatch.audit.recording.Chain;
import com.weelo.dispatch.audit.verifying.SealedHeads.SeenHead;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.LongConsumer;

/** Brings a chain's rows and what seals saw of it together, both in order, in bounded memory. */
final class ChainWalk {

  private static final int TELL_EVERY = 1 << 13;

  private final StoredChain chain;
  private final SealRange range;
  private final SealedHeads heads;
  private final LinkStream stream;
  private final LongConsumer progress;
  private final ChainCheck check;
  private final Deque<SeenHead> seen = new ArrayDeque<>();
  private final long start;

  /**
   * @param progress told how many links were seen
   */
  ChainWalk(
      StoredChain chain,
      SealRange range,
      SealedHeads heads,
      LinkStream stream,
      LongConsumer progress) {
    this.chain = chain;
    this.range = range;
    this.heads = heads;
    this.stream = stream;
    this.progress = progress;
    var begin = range.begin().get(SealRange.partition(chain.topic(), chain.partition()));
    this.start = begin == null ? 0 : begin.nextOffset();
    this.check =
        new ChainCheck(
            chain,
            start,
            begin == null ? Chain.genesis(chain.topic(), chain.partition()) : begin.hash());
  }

  /**
   * @return how many links were seen
   */
  long walk(Findings findings) throws SQLException {
    long from = start;
    long seal = range.after();
    for (var page = page(seal); !page.isEmpty(); page = page(seal)) {
      seal = page.getLast().seal();
      from = upToSeals(page, from);
    }
    if (range.toTheEnd()) {
      read(from, Long.MAX_VALUE);
      tellCut();
      check.end();
    } else {
      tellCut();
    }
    check.tell(findings);
    return check.links();
  }

  private List<SeenHead> page(long after) {
    return heads.of(chain, after, range.upTo());
  }

  private long upToSeals(List<SeenHead> page, long from) throws SQLException {
    long to = from;
    for (var next : page) {
      if (next.head().nextOffset() < to) {
        check.cut(
            next.head().nextOffset(),
            "seal %d saw less of it than one before".formatted(next.seal()));
      } else {
        to = next.head().nextOffset();
        seen.add(next);
      }
    }
    read(from, to);
    return to;
  }

  private void read(long from, long to) throws SQLException {
    if (from < to) {
      stream.read(chain.table(), chain.table().copy(chain.chain(), from, to), this::row);
    }
    compare();
  }

  private void row(LinkRow row) {
    compare();
    while (!seen.isEmpty() && seen.element().head().nextOffset() <= row.offset()) {
      seen.remove(); // the row it ended with is missing, which is about to be found
    }
    check.row(row);
    if (check.links() % TELL_EVERY == 0) {
      progress.accept(check.links());
    }
  }

  private void compare() {
    while (!seen.isEmpty() && seen.element().head().nextOffset() <= check.nextOffset()) {
      var reached = seen.remove();
      check.sealed(reached.seal(), reached.head());
    }
  }

  private void tellCut() {
    if (!seen.isEmpty()) {
      var last = seen.getLast();
      check.cut(
          check.nextOffset(),
          "seal %d saw offsets up to %d".formatted(last.seal(), last.head().nextOffset() - 1));
    }
  }
}
