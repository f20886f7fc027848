package com.weelo.dispatch.location.history;

import static java.time.temporal.ChronoUnit.MILLIS;

import com.weelo.dispatch.events.DriverId;
import com.weelo.dispatch.events.TransporterId;
import com.weelo.dispatch.platform.database.CopyRows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The history: a driver's positions, one for each moment. */
@Repository
public class Positions {

  private static final String COLUMNS =
      "driver_id, recorded_at, transporter_id, latitude, longitude, speed, bearing, accuracy";

  private final JdbcTemplate jdbc;

  Positions(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Stores fixes by COPY. What is there already stays as it is.
   *
   * @return how many of the late ones were new
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public int store(List<KeptFix> fixes) {
    if (fixes.isEmpty()) {
      return 0;
    }
    jdbc.execute(
        """
        CREATE TEMPORARY TABLE IF NOT EXISTS incoming_positions
          (LIKE positions, late boolean NOT NULL) ON COMMIT DELETE ROWS
        """);
    rows(fixes).into(jdbc, "incoming_positions (" + COLUMNS + ", late)");
    insert(false);
    return fixes.stream().anyMatch(KeptFix::late) ? insert(true) : 0;
  }

  private static CopyRows rows(List<KeptFix> fixes) {
    var rows = new CopyRows(9);
    for (var kept : fixes) {
      var fix = kept.report().fix();
      rows.row()
          .text(kept.report().driverId().value())
          .time(fix.recordedAt().truncatedTo(MILLIS))
          .text(kept.report().transporterId().value())
          .float8(fix.latitude())
          .float8(fix.longitude())
          .float4(fix.speed())
          .float4(fix.bearing())
          .float4(fix.accuracy())
          .bool(kept.late());
    }
    return rows;
  }

  private int insert(boolean late) {
    return jdbc.update(
        """
        INSERT INTO positions (%1$s) SELECT %1$s FROM incoming_positions WHERE late = ?
        ON CONFLICT DO NOTHING
        """
            .formatted(COLUMNS),
        late);
  }

  /**
   * A driver's positions in order of time.
   *
   * @param transporter only those recorded while the driver drove for it; null for all
   */
  public List<TrackPoint> track(
      DriverId driver, @Nullable TransporterId transporter, Instant from, Instant to, int limit) {
    var whose = transporter == null ? null : transporter.value();
    return jdbc.query(
        """
        SELECT recorded_at, latitude, longitude, speed, bearing, accuracy FROM positions
        WHERE driver_id = ? AND recorded_at >= ? AND recorded_at < ?
          AND (?::text IS NULL OR transporter_id = ?)
        ORDER BY recorded_at LIMIT ?
        """,
        Positions::point,
        driver.value(),
        Timestamp.from(from),
        Timestamp.from(to),
        whose,
        whose,
        limit);
  }

  private static TrackPoint point(ResultSet row, int number) throws SQLException {
    return new TrackPoint(
        row.getTimestamp("recorded_at").toInstant(),
        row.getDouble("latitude"),
        row.getDouble("longitude"),
        decimal(row, "speed"),
        decimal(row, "bearing"),
        decimal(row, "accuracy"));
  }

  /** Through its text, for a float4 read as a double shows digits that were never stored. */
  private static @Nullable Double decimal(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getString(column)).map(Double::valueOf).orElse(null);
  }
}
