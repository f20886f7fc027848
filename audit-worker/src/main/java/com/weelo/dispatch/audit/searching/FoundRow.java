package com.weelo.dispatch.audit.searching;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.weelo.dispatch.audit.recording.CanonicalHeaders;
import com.weelo.dispatch.audit.recording.EventFacts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A row of the record with the name of its chain. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record FoundRow(
    int chain,
    String topic,
    int partition,
    long offset,
    @Nullable UUID eventId,
    @Nullable String eventType,
    @Nullable String actor,
    Instant occurredAt,
    @Nullable String gap,
    long logTimestamp,
    byte @Nullable [] key,
    byte[] headers,
    byte @Nullable [] value,
    byte[] hash) {

  static final String COLUMNS =
      "chain, topic, partition, log_offset, event_id, event_type, actor, occurred_at, gap,"
          + " log_timestamp, key, headers, value, records.hash";

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  static FoundRow of(ResultSet row, int number) throws SQLException {
    return new FoundRow(
        row.getInt(1),
        row.getString(2),
        row.getInt(3),
        row.getLong(4),
        row.getObject(5, UUID.class),
        row.getString(6),
        row.getString(7),
        row.getObject(8, OffsetDateTime.class).toInstant(),
        row.getString(9),
        row.getLong(10),
        row.getBytes(11),
        row.getBytes(12),
        row.getBytes(13),
        row.getBytes(14));
  }

  Cursor cursor() {
    return new Cursor(occurredAt, chain, offset);
  }

  /** Looked at again, for two ids may share a hash. */
  boolean isAbout(@Nullable String entity) {
    return entity == null || EventFacts.of(text(key, true), value).entities().contains(entity);
  }

  private static @Nullable String text(byte @Nullable [] bytes, boolean byteByByte) {
    return bytes == null ? null : new String(bytes, byteByByte ? ISO_8859_1 : UTF_8);
  }

  /** For somebody to read. */
  Entry readable() {
    var event = json();
    return entry(event, event == null ? base64() : null);
  }

  /** For somebody to keep and compare. */
  Entry exact() {
    return entry(null, base64());
  }

  private Entry entry(@Nullable JsonNode event, @Nullable String bytes) {
    return new Entry(
        topic,
        partition,
        offset,
        eventId,
        eventType,
        actor,
        occurredAt,
        gap,
        logTimestamp,
        text(key, false),
        CanonicalHeaders.read(headers),
        event,
        bytes,
        HexFormat.of().formatHex(hash));
  }

  private @Nullable String base64() {
    return value == null ? null : Base64.getEncoder().encodeToString(value);
  }

  private @Nullable JsonNode json() {
    try {
      return value == null || value.length == 0 ? null : JSON.readTree(value);
    } catch (JacksonException noJson) {
      return null;
    }
  }
}
