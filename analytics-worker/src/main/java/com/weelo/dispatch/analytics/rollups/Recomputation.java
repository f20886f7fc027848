package com.weelo.dispatch.analytics.rollups;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.weelo.dispatch.analytics.journeys.Acceptance;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Makes everything that is added up anew from the facts that there are, and says where it differs.
 * The tables are to be at rest, and facts must not have been dropped yet.
 */
public final class Recomputation {

  private static final List<String> TABLES =
      List.of("event_minutes", "demand_minutes", "transporter_hours", "journeys", "trips");

  private Recomputation() {}

  /** How many tables are looked at. */
  public static int tables() {
    return TABLES.size() + 1;
  }

  /** The tables that differ, each with how many rows of it; empty where all is well. */
  public static Map<String, Long> differences(Connection analytics) throws SQLException {
    var differences = new TreeMap<String, Long>();
    for (var table : TABLES) {
      note(differences, table, differentRows(analytics, table));
    }
    note(differences, "acceptance_bins", differentBins(analytics));
    return differences;
  }

  private static void note(Map<String, Long> differences, String table, long rows) {
    if (rows > 0) {
      differences.put(table, rows);
    }
  }

  private static long differentRows(Connection analytics, String table) throws SQLException {
    var recomputed = "(" + sql(table) + ")";
    var stored = "TABLE " + table;
    try (var statement = analytics.createStatement();
        var row =
            statement.executeQuery(
                "SELECT count(*) FROM ((%1$s EXCEPT ALL %2$s) UNION ALL (%2$s EXCEPT ALL %1$s)) AS d"
                    .formatted(recomputed, stored))) {
      row.next();
      return row.getLong(1);
    }
  }

  /** In Java, since the sketch's library says which bin a wait falls into. */
  private static long differentBins(Connection analytics) throws SQLException {
    var bins = new HashMap<AcceptanceBins.Key, Long>();
    try (var statement = analytics.createStatement()) {
      try (var row =
          statement.executeQuery(
              """
              SELECT vehicle_type, created_at, accepted_at FROM journeys
              WHERE created_at IS NOT NULL AND accepted_at IS NOT NULL
              """)) {
        while (row.next()) {
          var created = row.getObject(2, OffsetDateTime.class).toInstant();
          var accepted = row.getObject(3, OffsetDateTime.class).toInstant();
          var acceptance =
              new Acceptance(row.getString(1), created, Duration.between(created, accepted));
          bins.merge(AcceptanceBins.Key.of(acceptance), 1L, Long::sum);
        }
      }
      try (var row = statement.executeQuery("TABLE acceptance_bins")) {
        while (row.next()) {
          var minute = row.getObject(1, OffsetDateTime.class).toInstant();
          bins.merge(
              new AcceptanceBins.Key(minute, row.getString(2), row.getInt(3)),
              -row.getLong(4),
              Long::sum);
        }
      }
    }
    return bins.values().stream().filter(difference -> difference != 0).count();
  }

  private static String sql(String table) {
    var file = "/recomputed/" + table + ".sql";
    try (var in = Objects.requireNonNull(Recomputation.class.getResourceAsStream(file), file)) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
