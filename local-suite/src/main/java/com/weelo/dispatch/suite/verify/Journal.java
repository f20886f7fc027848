package com.weelo.dispatch.suite.verify;

import com.weelo.dispatch.suite.client.Json;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A client's own record of the bookings and orders it was told are made, one JSON object a line, to
 * be held against the database later. Written through at once, so that it survives whoever is
 * killed.
 */
public final class Journal implements AutoCloseable {

  private static final String CUSTOMER = "customerId";

  private final BufferedWriter out;

  private Journal(BufferedWriter out) {
    this.out = out;
  }

  /** What a client can be told is made. */
  public enum Kind {
    BOOKING("bookingId"),
    ORDER("orderId");

    private final String field;

    Kind(String field) {
      this.field = field;
    }
  }

  /** A booking or order that was answered with success. */
  public record Entry(Kind kind, String id, String customerId) {

    private static Entry of(JsonNode line) {
      var kind = line.has(Kind.ORDER.field) ? Kind.ORDER : Kind.BOOKING;
      return new Entry(kind, line.path(kind.field).asString(), line.path(CUSTOMER).asString());
    }
  }

  /** Begins a journal, in place of an earlier one in that file. */
  public static Journal begin(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    return new Journal(Files.newBufferedWriter(file));
  }

  /** Reads a journal, as far as it was written. */
  public static List<Entry> read(Path file) throws IOException {
    try (var lines = Files.lines(file)) {
      return lines.map(Json::tree).map(Entry::of).toList();
    }
  }

  public void booked(String bookingId, String customerId) {
    write(Kind.BOOKING, bookingId, customerId);
  }

  public void ordered(String orderId, String customerId) {
    write(Kind.ORDER, orderId, customerId);
  }

  private synchronized void write(Kind kind, String id, String customerId) {
    try {
      out.write(Json.text(Map.of(kind.field, id, CUSTOMER, customerId)));
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
