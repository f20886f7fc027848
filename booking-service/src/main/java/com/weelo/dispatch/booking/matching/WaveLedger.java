package com.weelo.dispatch.booking.matching;

import com.weelo.dispatch.booking.matching.Wave.Outcome;
import com.weelo.dispatch.events.BookingId;
import com.weelo.dispatch.events.TransporterId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The decision ledger: who was offered or skipped in each wave of a booking, and why. By JDBC,
 * since it is only ever appended to.
 */
@Component
public class WaveLedger {

  private static final TypeReference<List<Candidate>> CANDIDATES = new TypeReference<>() {};

  private final JdbcTemplate jdbc;
  private final JsonMapper json;

  WaveLedger(JdbcTemplate jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** Writes a wave down, in the transaction that puts it into effect. */
  public void append(BookingId booking, Wave wave, Instant decidedAt) {
    jdbc.update(
        """
        INSERT INTO booking_waves (booking_id, wave, decided_at, radius_meters, outcome, candidates)
        VALUES (?, ?, ?, ?, ?, CAST(? AS jsonb))
        """,
        booking.value(),
        wave.number(),
        decidedAt.atOffset(ZoneOffset.UTC),
        wave.radiusMeters(),
        wave.outcome().code(),
        json.writeValueAsString(wave.candidates()));
  }

  /** A booking's waves in order. */
  public List<LedgerEntry> of(BookingId booking) {
    return jdbc.query(
        "SELECT * FROM booking_waves WHERE booking_id = ? ORDER BY wave",
        (row, number) -> entry(row),
        booking.value());
  }

  /** When a transporter was offered a booking; empty where it was not, or it is forgotten. */
  public Optional<Instant> offeredAt(BookingId booking, TransporterId transporter) {
    return jdbc
        .query(
            """
            SELECT decided_at FROM booking_waves
            WHERE booking_id = ? AND candidates @>
              jsonb_build_array(jsonb_build_object('transporterId', ?::text, 'decision', 'offered'))
            ORDER BY wave LIMIT 1
            """,
            (row, number) -> decidedAt(row),
            booking.value(),
            transporter.value())
        .stream()
        .findFirst();
  }

  private LedgerEntry entry(ResultSet row) throws SQLException {
    var wave =
        new Wave(
            row.getInt("wave"),
            row.getLong("radius_meters"),
            Outcome.valueOf(row.getString("outcome").toUpperCase(Locale.ROOT)),
            json.readValue(row.getString("candidates"), CANDIDATES));
    return new LedgerEntry(wave, decidedAt(row));
  }

  private static Instant decidedAt(ResultSet row) throws SQLException {
    return row.getObject("decided_at", OffsetDateTime.class).toInstant();
  }

  /** Forgets what was decided before. */
  public void forgetBefore(Instant time) {
    jdbc.update("DELETE FROM booking_waves WHERE decided_at < ?", time.atOffset(ZoneOffset.UTC));
  }
}
