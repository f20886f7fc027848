package com.weelo.dispatch.suite.verify;

import com.weelo.dispatch.suite.client.Json;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A client's own record of the bookings it was told are made, one JSON object a line, to be held
 * against the database later. Written through at once, so that it survives whoever is killed.
 */
public final class Journal implements AutoCloseable {

  private static final String BOOKING = "bookingId";
  private static final String CUSTOMER = "customerId";

  private final BufferedWriter out;

  private Journal(BufferedWriter out) {
    this.out = out;
  }

  /** A booking that was answered with success. */
  public record Entry(String bookingId, String customerId) {}

  /** Begins a journal, in place of an earlier one in that file. */
  public static Journal begin(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    return new Journal(Files.newBufferedWriter(file));
  }

  /** Reads a journal, as far as it was written. */
  public static List<Entry> read(Path file) throws IOException {
    try (var lines = Files.lines(file)) {
      return lines
          .map(Json::tree)
          .map(line -> new Entry(line.path(BOOKING).asString(), line.path(CUSTOMER).asString()))
          .toList();
    }
  }

  public synchronized void booked(String bookingId, String customerId) {
    try {
      out.write(Json.text(Map.of(BOOKING, bookingId, CUSTOMER, customerId)));
      out.newLine();
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("the journal cannot be written", e);
    }
  }

  @Override
  public synchronized void close() throws IOException {
    out.close();
  }
}
