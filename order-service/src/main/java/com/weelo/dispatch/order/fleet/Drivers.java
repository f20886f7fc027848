package com.weelo.dispatch.order.fleet;

import com.weelo.dispatch.events.DriverId;
import com.weelo.dispatch.events.TransporterId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The drivers of all fleets; one may drive for several. */
@Repository
public class Drivers {

  private static final String SELECT =
      """
      SELECT d.*, EXISTS (SELECT FROM assignments a WHERE a.driver_id = d.driver_id
                          AND a.status NOT IN ('delivered', 'cancelled')) AS busy
      FROM drivers d
      """;

  private final JdbcTemplate jdbc;

  Drivers(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @return false where the fleet has a driver of that id already
   */
  boolean insert(TransporterId employer, DriverId id, DriverDraft draft) {
    return jdbc.update(
            """
            INSERT INTO drivers (transporter_id, driver_id, name, phone) VALUES (?, ?, ?, ?)
            ON CONFLICT DO NOTHING
            """,
            employer.value(),
            id.value(),
            draft.name(),
            draft.phone())
        == 1;
  }

  /**
   * Adds drivers to a fleet, or brings those up to date that it has.
   *
   * @return those whom it did not have before
   */
  Set<DriverId> write(TransporterId employer, Map<DriverId, DriverDraft> drafts) {
    var created = new HashSet<DriverId>();
    jdbc.query(
        """
        INSERT INTO drivers (transporter_id, driver_id, name, phone)
        SELECT ?, driver_id, name, phone
        FROM unnest(?::text[], ?::text[], ?::text[]) AS new (driver_id, name, phone)
        ORDER BY driver_id
        ON CONFLICT (transporter_id, driver_id) DO UPDATE SET
          name = excluded.name, phone = excluded.phone
        RETURNING driver_id, xmax = 0 AS created
        """,
        row -> {
          if (row.getBoolean("created")) {
            created.add(new DriverId(row.getString("driver_id")));
          }
        },
        employer.value(),
        column(drafts, driver -> driver.getKey().value()),
        column(drafts, driver -> driver.getValue().name()),
        column(drafts, driver -> driver.getValue().phone()));
    return created;
  }

  private static String[] column(
      Map<DriverId, DriverDraft> drafts, Function<Map.Entry<DriverId, DriverDraft>, String> value) {
    return drafts.entrySet().stream().map(value).toArray(String[]::new);
  }

  /** The ids of a fleet's drivers by what else is known of them: the description without an id. */
  Map<DriverDraft, DriverId> idsOf(TransporterId employer) {
    var ids = new HashMap<DriverDraft, DriverId>();
    jdbc.query(
        "SELECT driver_id, name, phone FROM drivers WHERE transporter_id = ? ORDER BY driver_id",
        row -> {
          ids.putIfAbsent(
              new DriverDraft(null, row.getString("name"), row.getString("phone")),
              new DriverId(row.getString("driver_id")));
        },
        employer.value());
    return ids;
  }

  public Optional<Driver> find(TransporterId employer, DriverId id) {
    return jdbc
        .query(
            SELECT + "WHERE d.transporter_id = ? AND d.driver_id = ?",
            Drivers::driver,
            employer.value(),
            id.value())
        .stream()
        .findFirst();
  }

  /**
   * Those of the drivers who drive for the fleet. Who is its own transporter does, registered or
   * not.
   */
  public Set<DriverId> of(TransporterId employer, Collection<DriverId> ids) {
    var found =
        new HashSet<>(
            jdbc.query(
                "SELECT driver_id FROM drivers WHERE transporter_id = ? AND driver_id = ANY (?)",
                (row, number) -> new DriverId(row.getString("driver_id")),
                employer.value(),
                ids.stream().map(DriverId::value).toArray(String[]::new)));
    found.add(new DriverId(employer.value()));
    return found;
  }

  /**
   * A page of a fleet's drivers, by id.
   *
   * @param after the last id of the page before; empty for the first page
   */
  public List<Driver> page(TransporterId employer, String after, int limit) {
    return jdbc.query(
        SELECT + "WHERE d.transporter_id = ? AND d.driver_id > ? ORDER BY d.driver_id LIMIT ?",
        Drivers::driver,
        employer.value(),
        after,
        limit);
  }

  private static Driver driver(ResultSet row, int number) throws SQLException {
    return new Driver(
        new DriverId(row.getString("driver_id")),
        new TransporterId(row.getString("transporter_id")),
        row.getString("name"),
        row.getString("phone"),
        row.getBoolean("busy"));
  }
}
