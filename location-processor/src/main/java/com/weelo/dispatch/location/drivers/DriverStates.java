package com.weelo.dispatch.location.drivers;

import com.weelo.dispatch.events.DriverId;
import com.weelo.dispatch.events.TransporterId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The states of all drivers. Whoever changes one locks it first, so that two consumers, or a
 * consumer and a change of availability, never work on the same state.
 */
@Repository
public class DriverStates {

  private final JdbcTemplate jdbc;

  DriverStates(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The drivers' states, locked until the transaction ends. Drivers never heard of get an empty one
   * first: only a row that is there can be locked. All rows are made, and then locked, in one
   * order, so that no two transactions wait for each other.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public List<DriverState> lock(Set<DriverId> drivers) {
    var ids = ids(drivers);
    jdbc.update(
        """
        INSERT INTO driver_states (driver_id) SELECT id FROM unnest(?) id
        WHERE NOT EXISTS (SELECT FROM driver_states WHERE driver_id = id)
        ORDER BY id ON CONFLICT DO NOTHING
        """,
        (Object) ids);
    return jdbc.query(
        "SELECT * FROM driver_states WHERE driver_id = ANY (?) ORDER BY driver_id FOR UPDATE",
        DriverStateRows::read,
        (Object) ids);
  }

  /** Writes back states that were locked. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void save(Collection<DriverState> states) {
    if (!states.isEmpty()) {
      jdbc.update(DriverStateRows.UPDATE, DriverStateRows.columns(states));
    }
  }

  /** For whom the drivers drove last; nothing for those who never told. */
  public Map<DriverId, TransporterId> transportersOf(Set<DriverId> drivers) {
    var found = new HashMap<DriverId, TransporterId>();
    jdbc.query(
        """
        SELECT driver_id, transporter_id FROM driver_states
        WHERE driver_id = ANY (?) AND transporter_id IS NOT NULL
        """,
        row -> {
          found.put(new DriverId(row.getString(1)), new TransporterId(row.getString(2)));
        },
        (Object) ids(drivers));
    return found;
  }

  /**
   * A page of the drivers seen since a moment, by id.
   *
   * @param after the last id of the page before; empty for the first page
   */
  public List<DriverState> seenSince(Instant since, String after, int limit) {
    return jdbc.query(
        """
        SELECT * FROM driver_states WHERE recorded_at >= ? AND driver_id > ?
        ORDER BY driver_id LIMIT ?
        """,
        DriverStateRows::read,
        java.sql.Timestamp.from(since),
        after,
        limit);
  }

  private static String[] ids(Collection<DriverId> drivers) {
    return drivers.stream().map(DriverId::value).toArray(String[]::new);
  }
}
