package com.weelo.dispatch.analytics.supply;

import com.weelo.dispatch.events.DriverId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Who was seen where, by minute. */
@Repository
class SupplyMinutes {

  /** No id holds it. */
  private static final String SEPARATOR = "\u001f";

  record Place(Instant minute, long cell, String vehicleType) {}

  /** The positions of a place, and whose they are. */
  static final class Seen {
    private final SortedSet<String> drivers = new TreeSet<>();
    private long positions;

    void add(DriverId driver) {
      drivers.add(driver.value());
      positions++;
    }
  }

  private final JdbcTemplate jdbc;

  SupplyMinutes(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  void add(Map<Place, Seen> seen) {
    if (seen.isEmpty()) {
      return;
    }
    var rows = List.copyOf(seen.entrySet());
    jdbc.update(
        """
        INSERT INTO supply_minutes AS sums
        SELECT minute, cell, vehicle_type, positions, string_to_array(drivers, ?)
        FROM unnest(?::timestamptz[], ?::bigint[], ?::text[], ?::bigint[], ?::text[])
          AS seen (minute, cell, vehicle_type, positions, drivers)
        ORDER BY 1, 2, 3
        ON CONFLICT (minute, cell, vehicle_type) DO UPDATE SET
          positions = sums.positions + excluded.positions,
          drivers   = ARRAY(SELECT DISTINCT driver COLLATE "C"
                            FROM unnest(sums.drivers || excluded.drivers) AS driver ORDER BY 1)
        """,
        SEPARATOR,
        texts(rows, row -> row.getKey().minute()),
        texts(rows, row -> row.getKey().cell()),
        texts(rows, row -> row.getKey().vehicleType()),
        texts(rows, row -> row.getValue().positions),
        texts(rows, row -> String.join(SEPARATOR, row.getValue().drivers)));
  }

  private static String[] texts(
      List<Map.Entry<Place, Seen>> rows, Function<Map.Entry<Place, Seen>, Object> column) {
    return rows.stream().map(column).map(Object::toString).toArray(String[]::new);
  }
}
