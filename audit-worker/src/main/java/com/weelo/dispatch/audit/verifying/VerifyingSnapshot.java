package com.weelo.dispatch.audit.verifying;

import com.weelo.dispatch.audit.sealing.Seal;
import com.weelo.dispatch.audit.sealing.SealFile;
import com.weelo.dispatch.audit.sealing.SealedHead;
import com.weelo.dispatch.audit.verifying.Finding.Kind;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** One verification, on a connection that sees one snapshot. */
final class VerifyingSnapshot {

  private final Connection connection;
  private final Trust trust;
  private final Instant now;
  private final SealFile.@Nullable Reader file;
  private final Progress progress;
  private final JdbcTemplate jdbc;
  private final SealedHeads heads;
  private final Findings findings = new Findings();

  VerifyingSnapshot(
      Connection connection,
      Trust trust,
      SealFile.@Nullable Reader file,
      Progress progress,
      Instant now) {
    this.trust = trust;
    this.now = now;
    this.connection = connection;
    this.file = file;
    this.progress = progress;
    this.jdbc = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
    this.heads = new SealedHeads(jdbc);
  }

  Verification verify(Scope scope) throws SQLException {
    // Rows must come in order as they are read, not be sorted first.
    jdbc.execute("SET LOCAL enable_seqscan = off; SET LOCAL enable_sort = off");
    jdbc.execute("SET LOCAL enable_bitmapscan = off; SET LOCAL jit = off");
    var range = SealRange.of(scope, jdbc, heads);
    var chains = StoredChains.all(jdbc);
    long links = walk(chains, range);
    var seals = checkSeals(range);
    if (range.toTheEnd()) {
      seals.end();
      compareHeads(chains, seals.heads(), seals.last());
    }
    return new Verification(links, seals.checked(), findings.firstBroken(), findings.all());
  }

  private long walk(List<StoredChain> chains, SealRange range) throws SQLException {
    long total = chains.stream().mapToLong(chain -> estimate(chain, range)).sum();
    long done = 0;
    var stream = new LinkStream(connection);
    for (var chain : chains) {
      long before = done;
      done +=
          new ChainWalk(chain, range, heads, stream, some -> progress.at(before + some, total))
              .walk(findings);
      progress.at(done, total);
    }
    return done;
  }

  /** Exact for the whole record; for a part as if each offset were a link. */
  private long estimate(StoredChain chain, SealRange range) {
    var partition = SealRange.partition(chain.topic(), chain.partition());
    var begin = range.begin().get(partition);
    var end = range.end().get(partition);
    if (begin == null && range.toTheEnd()) {
      return chain.links();
    }
    long to = end == null ? (range.toTheEnd() ? chain.nextOffset() : 0) : end.nextOffset();
    return Math.max(0, to - (begin == null ? 0 : begin.nextOffset()));
  }

  private SealCheck checkSeals(SealRange range) {
    var check = new SealCheck(trust.keys(), file, range, findings);
    long after = range.after();
    for (var page = heads.seals(after, range.upTo());
        !page.isEmpty();
        page = heads.seals(after, range.upTo())) {
      page.forEach(check::seal);
      after = page.getLast().seal().number();
    }
    return check;
  }

  private void compareHeads(
      List<StoredChain> chains, Map<String, SealedHead> sealed, @Nullable Seal last) {
    var gone = new HashSet<>(sealed.keySet());
    boolean allSealed = true;
    for (var chain : chains) {
      var partition = SealRange.partition(chain.topic(), chain.partition());
      gone.remove(partition);
      var head = sealed.get(partition);
      allSealed &= head != null && head.nextOffset() >= chain.nextOffset();
    }
    gone.stream().sorted().forEach(partition -> gone(sealed.get(partition)));
    if (!allSealed && isLate(last)) {
      findings.add(
          Finding.ofSeal(
              Kind.UNSEALED,
              last == null ? 0 : last.number(),
              last == null
                  ? "nothing was ever sealed"
                  : "there are newer records, but no seal since " + last.sealedAt()));
    }
  }

  private void gone(@Nullable SealedHead head) {
    if (head != null) {
      findings.add(
          new Finding(
              Kind.CHAIN_GONE,
              head.topic(),
              head.partition(),
              0,
              "it was sealed up to offset %d".formatted(head.nextOffset() - 1)));
    }
  }

  private boolean isLate(@Nullable Seal last) {
    Duration longest = trust.longestUnsealed();
    return longest != null && (last == null || last.sealedAt().plus(longest).isBefore(now));
  }
}
