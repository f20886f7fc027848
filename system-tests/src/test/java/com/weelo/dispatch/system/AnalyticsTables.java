package com.weelo.dispatch.system;

import com.weelo.dispatch.suite.SuiteDatabases;
import com.weelo.dispatch.suite.SuitePorts;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** All that the analytics-worker has counted and added up. */
final class AnalyticsTables {

  private static final List<String> NAMES =
      List.of(
          "facts",
          "offers",
          "journeys",
          "trips",
          "order_lines",
          "event_minutes",
          "demand_minutes",
          "transporter_hours",
          "acceptance_bins",
          "supply_minutes");

  private final JdbcClient jdbc;

  AnalyticsTables(SuitePorts ports) {
    this.jdbc =
        JdbcClient.create(
            new DriverManagerDataSource(
                SuiteDatabases.url("analytics", ports),
                SuiteDatabases.USER,
                SuiteDatabases.PASSWORD));
  }

  /**
   * How many rows each has, and their digest, which is the same for the same rows in any order. The
   * audit goes on telling of itself when nobody else does: its own events are left out.
   */
  Map<String, String> digests() {
    var digests = new TreeMap<String, String>();
    for (var name : NAMES) {
      digests.put(
          name,
          jdbc.sql(
                  """
                  SELECT count(*) || ' rows ' || coalesce(sum(hashtextextended(t::text, 0)), 0)
                  FROM %s AS t WHERE coalesce(to_jsonb(t) ->> 'event_type', '') NOT LIKE 'audit.%%'
                  """
                      .formatted(name))
              .query(String.class)
              .single());
    }
    return digests;
  }

  /** As if nothing had ever been read. */
  void forgetEverything() {
    jdbc.sql("TRUNCATE consumed_offsets, " + String.join(", ", NAMES)).update();
  }
}
