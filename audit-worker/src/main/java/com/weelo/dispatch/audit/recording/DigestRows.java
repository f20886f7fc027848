package com.weelo.dispatch.audit.recording;

import com.weelo.dispatch.platform.database.CopyRows;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;

/** Rows of {@code digests}, each linked to the one before. */
final class DigestRows {

  private static final String COLUMNS =
      "chain, from_offset, to_offset, gap, records, first_timestamp, last_timestamp, digest, hash";

  private final CopyRows rows;
  private final MessageDigest links = Chain.digest();
  private final MessageDigest records = Chain.digest();
  private final ByteBuffer numbers = ByteBuffer.allocate(16);

  private DigestRows(CopyRows rows) {
    this.rows = rows;
  }

  /** Stores rows while they are made. */
  static void copy(JdbcOperations jdbc, Consumer<DigestRows> making) {
    CopyRows.stream(
        jdbc,
        "digests (" + COLUMNS + ")",
        COLUMNS.split(",").length,
        rows -> making.accept(new DigestRows(rows)));
  }

  /** One row for each run of records without a gap. */
  void addRuns(ChainEnd end, List<ConsumerRecord<String, byte[]>> all, Gaps gaps) {
    int from = 0;
    while (from < all.size()) {
      int to = from + 1;
      while (to < all.size() && all.get(to).offset() == all.get(to - 1).offset() + 1) {
        to++;
      }
      add(end, all.subList(from, to), gaps.before(end, all.get(from).offset()));
      from = to;
    }
  }

  private void add(ChainEnd end, List<ConsumerRecord<String, byte[]>> run, @Nullable GapCause gap) {
    run.forEach(this::digest);
    var first = run.getFirst();
    var last = run.getLast();
    rows.row();
    int from = rows.written();
    rows.int4(end.chain())
        .int8(first.offset())
        .int8(last.offset())
        .text(gap == null ? null : gap.code())
        .int8((long) run.size())
        .int8(first.timestamp())
        .int8(last.timestamp())
        .bytes(records.digest());
    end.link(rows, from, links, last.offset() + 1);
  }

  /** Offset, timestamp, key, headers, value: the bytes that a row of {@code records} would hold. */
  private void digest(ConsumerRecord<String, byte[]> record) {
    records.update(numbers.clear().putLong(record.offset()).putLong(record.timestamp()).flip());
    digest(RecordRows.key(record));
    digest(CanonicalHeaders.of(record.headers()));
    digest(record.value());
  }

  private void digest(byte @Nullable [] bytes) {
    records.update(numbers.clear().putInt(bytes == null ? -1 : bytes.length).flip());
    if (bytes != null) {
      records.update(bytes);
    }
  }
}
