package com.weelo.dispatch.audit.verifying;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;
import org.postgresql.PGConnection;

/** Rows of a chain, one after the other, in the quickest way out of a table. */
final class LinkStream {

  private static final int SIGNATURE_AND_FLAGS = 11 + 4;
  private static final int COUNT = 2;

  private final Connection connection;

  LinkStream(Connection connection) {
    this.connection = connection;
  }

  /** The server sends each row as a message of its own; the first brings a heading. */
  void read(Links links, String copy, Consumer<LinkRow> row) throws SQLException {
    var stream = connection.unwrap(PGConnection.class).getCopyAPI().copyOut(copy);
    try {
      int begin = -1;
      for (var bytes = stream.readFromCopy(); bytes != null; bytes = stream.readFromCopy()) {
        begin = begin < 0 ? heading(bytes) : 0;
        if (bytes.length >= begin + COUNT && ByteBuffer.wrap(bytes).getShort(begin) > 0) {
          row.accept(new LinkRow(links, bytes, begin + COUNT));
        }
      }
    } finally {
      if (stream.isActive()) {
        stream.cancelCopy();
      }
    }
  }

  private static int heading(byte[] bytes) {
    return SIGNATURE_AND_FLAGS + 4 + ByteBuffer.wrap(bytes).getInt(SIGNATURE_AND_FLAGS);
  }
}
