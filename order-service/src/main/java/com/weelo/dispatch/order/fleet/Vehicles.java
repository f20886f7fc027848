package com.weelo.dispatch.order.fleet;

import com.weelo.dispatch.events.EventIds;
import com.weelo.dispatch.events.TransporterId;
import com.weelo.dispatch.events.VehicleId;
import com.weelo.dispatch.events.VehicleType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** All vehicles of all fleets. Each is seen by its own transporter only. */
@Repository
public class Vehicles {

  private static final String SELECT =
      """
      SELECT v.*, EXISTS (SELECT FROM vehicle_engagements e
                          WHERE e.registration = v.registration AND e.ended_at IS NULL) AS busy
      FROM vehicles v
      """;

  private final JdbcTemplate jdbc;

  Vehicles(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @return the new vehicle's id; empty where the fleet has the plate already
   */
  Optional<VehicleId> insert(TransporterId owner, VehicleDraft draft) {
    var id = new VehicleId(EventIds.next().toString());
    var inserted =
        jdbc.update(
            """
            INSERT INTO vehicles (id, transporter_id, registration, vehicle_type, vehicle_subtype,
                                  capacity_tonnes, status)
            VALUES (?, ?, ?, ?, ?, ?, 'available') ON CONFLICT (transporter_id, registration)
            DO NOTHING
            """,
            id.value(),
            owner.value(),
            draft.registration().plate(),
            draft.type().code(),
            draft.subtype(),
            draft.capacityTonnes());
    return inserted == 1 ? Optional.of(id) : Optional.empty();
  }

  /**
   * What became of a vehicle.
   *
   * @param created whether the fleet did not have it before
   */
  record Written(VehicleId id, boolean created) {}

  /** Adds vehicles to a fleet, or brings those up to date that it has; no plate comes twice. */
  Map<Registration, Written> write(TransporterId owner, Collection<VehicleDraft> drafts) {
    var written = new HashMap<Registration, Written>();
    jdbc.query(
        """
        INSERT INTO vehicles (id, transporter_id, registration, vehicle_type, vehicle_subtype,
                              capacity_tonnes, status)
        SELECT id, ?, registration, vehicle_type, vehicle_subtype, capacity_tonnes, 'available'
        FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::numeric[])
          AS new (id, registration, vehicle_type, vehicle_subtype, capacity_tonnes)
        ORDER BY registration
        ON CONFLICT (transporter_id, registration) DO UPDATE SET
          vehicle_type = excluded.vehicle_type, vehicle_subtype = excluded.vehicle_subtype,
          capacity_tonnes = excluded.capacity_tonnes
        RETURNING id, registration, xmax = 0 AS created
        """,
        row -> {
          written.put(
              new Registration(row.getString("registration")),
              new Written(new VehicleId(row.getString("id")), row.getBoolean("created")));
        },
        owner.value(),
        column(drafts, draft -> EventIds.next()),
        column(drafts, VehicleDraft::registration),
        column(drafts, VehicleDraft::type),
        column(drafts, VehicleDraft::subtype),
        column(drafts, VehicleDraft::capacityTonnes));
    return written;
  }

  private static @Nullable String[] column(
      Collection<VehicleDraft> drafts, Function<VehicleDraft, @Nullable Object> value) {
    return drafts.stream()
        .map(value)
        .map(found -> found == null ? null : found.toString())
        .toArray(String[]::new);
  }

  public Optional<Vehicle> find(TransporterId owner, VehicleId id) {
    return find(owner, List.of(id.value())).stream().findFirst();
  }

  List<Vehicle> find(TransporterId owner, Collection<String> ids) {
    return jdbc.query(
        SELECT + "WHERE v.transporter_id = ? AND v.id = ANY (?)",
        Vehicles::vehicle,
        owner.value(),
        ids.toArray(String[]::new));
  }

  Optional<VehicleId> withPlate(TransporterId owner, Registration registration) {
    return jdbc
        .query(
            "SELECT id FROM vehicles WHERE transporter_id = ? AND registration = ?",
            (row, number) -> new VehicleId(row.getString("id")),
            owner.value(),
            registration.plate())
        .stream()
        .findFirst();
  }

  /**
   * A page of a fleet, the longest registered first.
   *
   * @param after the last id of the page before; empty for the first page
   */
  public List<Vehicle> page(TransporterId owner, String after, int limit) {
    return jdbc.query(
        SELECT + "WHERE v.transporter_id = ? AND v.id > ? ORDER BY v.id LIMIT ?",
        Vehicles::vehicle,
        owner.value(),
        after,
        limit);
  }

  /**
   * @return false where the fleet has no such vehicle
   */
  public boolean setStatus(TransporterId owner, VehicleId id, VehicleStatus status) {
    return jdbc.update(
            "UPDATE vehicles SET status = ? WHERE id = ? AND transporter_id = ?",
            status.code(),
            id.value(),
            owner.value())
        == 1;
  }

  private static Vehicle vehicle(ResultSet row, int number) throws SQLException {
    return new Vehicle(
        new VehicleId(row.getString("id")),
        new TransporterId(row.getString("transporter_id")),
        new Registration(row.getString("registration")),
        new VehicleType(row.getString("vehicle_type")),
        row.getString("vehicle_subtype"),
        row.getBigDecimal("capacity_tonnes"),
        VehicleStatus.ofCode(row.getString("status")).orElseThrow(),
        row.getBoolean("busy"));
  }
}
