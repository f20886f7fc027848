package com.weelo.dispatch.analytics.live;

import com.weelo.dispatch.analytics.facts.Cells;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** How many bookings and captains there are in each area at the moment. */
@Component
final class LiveCells {

  private static final Duration DEMAND_OF = Duration.ofMinutes(15);

  private final JdbcTemplate jdbc;
  private final Cells cells;

  LiveCells(JdbcTemplate jdbc, Cells cells) {
    this.jdbc = jdbc;
    this.cells = cells;
  }

  /**
   * An area.
   *
   * @param ring its corners, each as latitude and longitude
   * @param demand bookings made there in the last 15 minutes
   * @param supply captains who are there
   */
  record Cell(String cell, List<List<Double>> ring, long demand, long supply) {}

  List<Cell> at(Instant now, Collection<Captain> captains) {
    var supply = new TreeMap<Long, Long>();
    for (var captain : captains) {
      if (captain.state() != Captain.State.STALE) {
        supply.merge(cells.of(captain.lat(), captain.lng()), 1L, Long::sum);
      }
    }
    var demand = demandSince(now.minus(DEMAND_OF));
    demand.keySet().forEach(cell -> supply.putIfAbsent(cell, 0L));
    return supply.entrySet().stream()
        .map(entry ->
            new Cell(
                Cells.name(entry.getKey()),
                cells.ring(entry.getKey()),
                demand.getOrDefault(entry.getKey(), 0L),
                entry.getValue()))
        .toList();
  }

  private Map<Long, Long> demandSince(Instant from) {
    var demand = new TreeMap<Long, Long>();
    jdbc.query(
        """
        SELECT cell, sum(created)::bigint FROM demand_minutes WHERE minute >= ?
        GROUP BY cell HAVING sum(created) > 0
        """,
        row -> {
          demand.put(row.getLong(1), row.getLong(2));
        },
        Timestamp.from(from));
    return demand;
  }
}
