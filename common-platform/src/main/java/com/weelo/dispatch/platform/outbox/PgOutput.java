package com.weelo.dispatch.platform.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postgresql.replication.LogSequenceNumber;

/**
 * Reads the messages of PostgreSQL's {@code pgoutput} plugin, protocol version 1, as far as an
 * insert-only publication sends them. Format: PostgreSQL's manual, "Logical Replication Message
 * Formats".
 */
final class PgOutput {

  private final Map<Integer, List<String>> columnsByRelation = new HashMap<>();

  /** What a message means to the relay. */
  sealed interface Message {}

  /** A row was inserted: column names with their values as text. */
  record Insert(Map<String, @Nullable String> row) implements Message {}

  /** All rows of a transaction have been sent. {@code end} is where the next one starts. */
  record Commit(LogSequenceNumber end) implements Message {}

  /** Somebody wrote a message into the log itself, at that position. */
  record Heartbeat(LogSequenceNumber position) implements Message {}

  /** Nothing the relay needs to know. */
  record Nothing() implements Message {}

  private static final Message NOTHING = new Nothing();

  Message read(ByteBuffer buffer) {
    return switch ((char) buffer.get()) {
      case 'R' -> {
        relation(buffer);
        yield NOTHING;
      }
      case 'I' -> insert(buffer);
      case 'C' -> commit(buffer);
      case 'M' -> heartbeat(buffer);
      default -> NOTHING;
    };
  }

  private void relation(ByteBuffer buffer) {
    var id = buffer.getInt();
    string(buffer); // schema
    string(buffer); // table
    buffer.get(); // replica identity
    var count = buffer.getShort();
    var columns = new ArrayList<String>(count);
    for (var i = 0; i < count; i++) {
      buffer.get(); // flags
      columns.add(string(buffer));
      buffer.getInt(); // type
      buffer.getInt(); // type modifier
    }
    columnsByRelation.put(id, columns);
  }

  private Insert insert(ByteBuffer buffer) {
    var id = buffer.getInt();
    var columns = columnsByRelation.get(id);
    if (columns == null) {
      throw new IllegalStateException("a row came before its relation");
    }
    buffer.get(); // 'N': a new tuple follows
    var count = buffer.getShort();
    var row = new HashMap<String, @Nullable String>();
    for (var i = 0; i < count; i++) {
      row.put(columns.get(i), value(buffer));
    }
    return new Insert(row);
  }

  private static Commit commit(ByteBuffer buffer) {
    buffer.get(); // flags
    buffer.getLong(); // where the commit record stands
    return new Commit(LogSequenceNumber.valueOf(buffer.getLong()));
  }

  private static Heartbeat heartbeat(ByteBuffer buffer) {
    buffer.get(); // flags
    return new Heartbeat(LogSequenceNumber.valueOf(buffer.getLong()));
  }

  private static @Nullable String value(ByteBuffer buffer) {
    var kind = (char) buffer.get();
    return switch (kind) {
      case 'n' -> null;
      case 't' -> {
        var bytes = new byte[buffer.getInt()];
        buffer.get(bytes);
        yield new String(bytes, UTF_8);
      }
      default -> throw new IllegalStateException("unexpected kind of column value: " + kind);
    };
  }

  private static String string(ByteBuffer buffer) {
    var start = buffer.position();
    var length = 0;
    while (buffer.get() != 0) {
      length++;
    }
    return new String(buffer.array(), buffer.arrayOffset() + start, length, UTF_8);
  }
}
