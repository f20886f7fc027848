package com.weelo.dispatch.audit.recording;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.weelo.dispatch.platform.database.CopyRows;
import java.security.MessageDigest;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;

/** Rows of {@code records}, each linked to the one before. */
final class RecordRows {

  private static final String COLUMNS =
      "chain, log_offset, gap, log_timestamp, key, headers, value, event_id, event_type, actor,"
          + " occurred_at, entities, hash";

  private final CopyRows rows;
  private final MessageDigest digest = Chain.digest();

  private RecordRows(CopyRows rows) {
    this.rows = rows;
  }

  /** Stores rows while they are made. */
  static void copy(JdbcOperations jdbc, Consumer<RecordRows> making) {
    CopyRows.stream(
        jdbc,
        "records (" + COLUMNS + ")",
        COLUMNS.split(",").length,
        rows -> making.accept(new RecordRows(rows)));
  }

  /**
   * @param gap why the offsets before it are not there; null where they are
   */
  void add(ChainEnd end, ConsumerRecord<String, byte[]> record, @Nullable GapCause gap) {
    var event = EventFacts.of(record.key(), record.value());
    rows.row();
    int from = rows.written();
    rows.int4(end.chain())
        .int8(record.offset())
        .text(gap == null ? null : gap.code())
        .int8(record.timestamp())
        .bytes(key(record))
        .bytes(CanonicalHeaders.of(record.headers()))
        .bytes(record.value())
        .uuid(event.eventId())
        .text(event.eventType())
        .text(event.actor())
        .time(event.occurredAt() == null ? LogTime.of(record) : event.occurredAt())
        .int8s(EntityHash.all(event.entities()));
    end.link(rows, from, digest, record.offset() + 1);
  }

  /** The consumer reads keys one character for each byte. */
  static byte @Nullable [] key(ConsumerRecord<String, byte[]> record) {
    var key = record.key();
    return key == null ? null : key.getBytes(ISO_8859_1);
  }
}
