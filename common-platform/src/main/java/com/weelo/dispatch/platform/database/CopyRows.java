package com.weelo.dispatch.platform.database;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * Rows in the binary format of PostgreSQL's COPY, the quickest way into a table. The server takes
 * values as they are: each method names the one column type that it fits.
 */
public final class CopyRows {

  private static final byte[] HEADER = "PGCOPY\n\u00ff\r\n\0".getBytes(ISO_8859_1);
  private static final Instant POSTGRES_EPOCH = Instant.parse("2000-01-01T00:00:00Z");
  private static final int ABSENT = -1;

  /** Large enough to be worth a message, small enough for the server to begin early. */
  private static final int CHUNK = 1 << 17;

  /** The server's number for {@code bigint}. */
  private static final int INT8_TYPE = 20;

  private final int columns;
  private ByteBuffer buffer = ByteBuffer.allocate(1 << 16);

  /** Where rows go as they are written; null where they wait for all others. */
  private @Nullable CopyIn stream;

  /**
   * @param columns how many fields each row has
   */
  public CopyRows(int columns) {
    this.columns = columns;
    buffer.put(HEADER).putInt(0).putInt(0); // no flags, no extension
  }

  /** Begins a row; its fields follow in the order of the columns. */
  public CopyRows row() {
    if (stream != null && buffer.position() >= CHUNK) {
      send(stream);
    }
    room(2).putShort((short) columns);
    return this;
  }

  /** For {@code text}. */
  public CopyRows text(@Nullable String value) {
    return bytes(value == null ? null : value.getBytes(UTF_8));
  }

  /** For {@code bytea}, and {@code text} that is UTF-8 already. */
  public CopyRows bytes(byte @Nullable [] value) {
    if (value == null) {
      return absent();
    }
    room(4 + value.length).putInt(value.length).put(value);
    return this;
  }

  /** For {@code bigint}. */
  public CopyRows int8(@Nullable Long value) {
    if (value == null) {
      return absent();
    }
    room(12).putInt(8).putLong(value);
    return this;
  }

  /** For {@code integer}. */
  public CopyRows int4(@Nullable Integer value) {
    if (value == null) {
      return absent();
    }
    room(8).putInt(4).putInt(value);
    return this;
  }

  /** For {@code double precision}. */
  public CopyRows float8(@Nullable Double value) {
    if (value == null) {
      return absent();
    }
    room(12).putInt(8).putDouble(value);
    return this;
  }

  /** For {@code real}; what is too small or large for one becomes zero or infinite. */
  public CopyRows float4(@Nullable Double value) {
    if (value == null) {
      return absent();
    }
    room(8).putInt(4).putFloat(value.floatValue());
    return this;
  }

  /** For {@code boolean}. */
  public CopyRows bool(boolean value) {
    room(5).putInt(1).put((byte) (value ? 1 : 0));
    return this;
  }

  /** For {@code bigint[]}. */
  public CopyRows int8s(long[] values) {
    int bytes = (values.length == 0 ? 3 : 5) * 4 + values.length * 12;
    room(4 + bytes).putInt(bytes).putInt(values.length == 0 ? 0 : 1).putInt(0).putInt(INT8_TYPE);
    if (values.length > 0) {
      buffer.putInt(values.length).putInt(1); // counted from 1
      for (long value : values) {
        buffer.putInt(8).putLong(value);
      }
    }
    return this;
  }

  /** For {@code timestamptz}, to the microsecond. */
  public CopyRows time(@Nullable Instant value) {
    return int8(value == null ? null : ChronoUnit.MICROS.between(POSTGRES_EPOCH, value));
  }

  /** For {@code uuid}. */
  public CopyRows uuid(@Nullable UUID value) {
    if (value == null) {
      return absent();
    }
    room(20)
        .putInt(16)
        .putLong(value.getMostSignificantBits())
        .putLong(value.getLeastSignificantBits());
    return this;
  }

  /** How much was written so far: a place for {@link #feed}, until the next row begins. */
  public int written() {
    return buffer.position();
  }

  /**
   * Gives a digest what was written from a place on: to the byte what the server sends when it is
   * asked for these fields by COPY, for it keeps them as they are.
   */
  public void feed(MessageDigest digest, int from) {
    digest.update(buffer.array(), from, buffer.position() - from);
  }

  /**
   * Copies the rows in the caller's transaction. To be called once.
   *
   * @param target the table with its columns, {@code "facts (event_id, occurred_at)"}
   */
  public void into(JdbcOperations jdbc, String target) {
    room(2).putShort((short) -1);
    jdbc.execute(
        (ConnectionCallback<Long>)
            connection -> {
              try {
                return connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(
                        "COPY " + target + " FROM STDIN (FORMAT binary)",
                        new ByteArrayInputStream(buffer.array(), 0, buffer.position()),
                        1 << 16);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
  }

  /**
   * Copies rows in the caller's transaction while they are being written: the server stores the
   * first of many before the last is made.
   *
   * @param target the table with its columns, {@code "facts (event_id, occurred_at)"}
   * @param writing must not use the transaction's connection otherwise
   */
  public static void stream(
      JdbcOperations jdbc, String target, int columns, Consumer<CopyRows> writing) {
    jdbc.execute(
        (ConnectionCallback<Long>)
            connection -> {
              var stream =
                  connection
                      .unwrap(PGConnection.class)
                      .getCopyAPI()
                      .copyIn("COPY " + target + " FROM STDIN (FORMAT binary)");
              try {
                var rows = new CopyRows(columns);
                rows.stream = stream;
                writing.accept(rows);
                rows.room(2).putShort((short) -1);
                rows.send(stream);
                return stream.endCopy();
              } catch (NotSent e) {
                throw e.cause;
              } finally {
                if (stream.isActive()) {
                  stream.cancelCopy();
                }
              }
            });
  }

  private void send(CopyIn to) {
    try {
      to.writeToCopy(buffer.array(), 0, buffer.position());
      buffer.clear();
    } catch (SQLException e) {
      throw new NotSent(e);
    }
  }

  /** Carries what the driver throws past the one who writes rows. */
  private static final class NotSent extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final SQLException cause;

    NotSent(SQLException cause) {
      super(cause);
      this.cause = cause;
    }
  }

  private CopyRows absent() {
    room(4).putInt(ABSENT);
    return this;
  }

  private ByteBuffer room(int bytes) {
    if (buffer.remaining() < bytes) {
      int needed = buffer.position() + bytes;
      buffer = ByteBuffer.allocate(Math.max(needed, 2 * buffer.capacity())).put(buffer.flip());
    }
    return buffer;
  }
}
