package com.weelo.dispatch.location.drivers;

import com.weelo.dispatch.events.DriverId;
import com.weelo.dispatch.events.GeoPoint;
import com.weelo.dispatch.events.TransporterId;
import com.weelo.dispatch.events.VehicleType;
import com.weelo.dispatch.location.cleaning.Elsewhere;
import com.weelo.dispatch.location.cleaning.Sighting;
import com.weelo.dispatch.location.cleaning.Track;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** How a {@link DriverState} lies in its row. */
final class DriverStateRows {

  /** All states at once: each parameter is a column, as an array. */
  static final String UPDATE =
      """
      UPDATE driver_states old SET
        transporter_id = new.transporter_id, vehicle_type = new.vehicle_type,
        available = new.available, on_job = new.on_job,
        latitude = new.latitude, longitude = new.longitude,
        recorded_at = new.recorded_at, sequence = new.sequence,
        elsewhere_latitude = new.elsewhere_latitude,
        elsewhere_longitude = new.elsewhere_longitude,
        elsewhere_recorded_at = new.elsewhere_recorded_at,
        elsewhere_sequence = new.elsewhere_sequence,
        elsewhere_since = new.elsewhere_since, elsewhere_fixes = new.elsewhere_fixes,
        version = new.version
      FROM unnest(?::text[], ?::text[], ?::text[], ?::boolean[], ?::boolean[],
                  ?::float8[], ?::float8[], ?::timestamptz[], ?::bigint[], ?::float8[], ?::float8[], ?::timestamptz[],
                  ?::bigint[], ?::timestamptz[], ?::int[], ?::bigint[])
        AS new (driver_id, transporter_id, vehicle_type, available, on_job, latitude, longitude,
                recorded_at, sequence, elsewhere_latitude, elsewhere_longitude,
                elsewhere_recorded_at, elsewhere_sequence, elsewhere_since, elsewhere_fixes,
                version)
      WHERE old.driver_id = new.driver_id
      """;

  private DriverStateRows() {}

  static Object[] columns(Collection<DriverState> states) {
    return new Object[] {
      column(states, String[]::new, s -> s.driverId().value()),
      column(
          states, String[]::new, s -> s.transporterId() == null ? null : s.transporterId().value()),
      column(states, String[]::new, s -> s.vehicleType() == null ? null : s.vehicleType().code()),
      column(states, Boolean[]::new, DriverState::available),
      column(states, Boolean[]::new, DriverState::onJob),
      column(states, Double[]::new, current(c -> c.point().latitude())),
      column(states, Double[]::new, current(c -> c.point().longitude())),
      column(states, String[]::new, current(c -> c.recordedAt().toString())),
      column(states, Long[]::new, current(Sighting::sequence)),
      column(states, Double[]::new, elsewhere(e -> e.latest().point().latitude())),
      column(states, Double[]::new, elsewhere(e -> e.latest().point().longitude())),
      column(states, String[]::new, elsewhere(e -> e.latest().recordedAt().toString())),
      column(states, Long[]::new, elsewhere(e -> e.latest().sequence())),
      column(states, String[]::new, elsewhere(e -> e.since().toString())),
      column(states, Integer[]::new, elsewhere(Elsewhere::fixes)),
      column(states, Long[]::new, DriverState::version)
    };
  }

  static DriverState read(ResultSet row, int number) throws SQLException {
    var transporter = row.getString("transporter_id");
    var vehicleType = row.getString("vehicle_type");
    return new DriverState(
        new DriverId(row.getString("driver_id")),
        transporter == null ? null : new TransporterId(transporter),
        vehicleType == null ? null : new VehicleType(vehicleType),
        row.getBoolean("available"),
        row.getBoolean("on_job"),
        new Track(sighting(row, ""), elsewhere(row)),
        row.getLong("version"));
  }

  private static @Nullable Elsewhere elsewhere(ResultSet row) throws SQLException {
    var latest = sighting(row, "elsewhere_");
    return latest == null
        ? null
        : new Elsewhere(
            latest, row.getTimestamp("elsewhere_since").toInstant(), row.getInt("elsewhere_fixes"));
  }

  private static @Nullable Sighting sighting(ResultSet row, String prefix) throws SQLException {
    var recordedAt = row.getTimestamp(prefix + "recorded_at");
    return recordedAt == null
        ? null
        : new Sighting(
            new GeoPoint(row.getDouble(prefix + "latitude"), row.getDouble(prefix + "longitude")),
            recordedAt.toInstant(),
            row.getObject(prefix + "sequence", Long.class));
  }

  private static <T> @Nullable T[] column(
      Collection<DriverState> states,
      IntFunction<@Nullable T[]> array,
      Function<DriverState, @Nullable T> value) {
    return states.stream().map(value).toArray(array);
  }

  private static <T> Function<DriverState, @Nullable T> current(
      Function<Sighting, @Nullable T> value) {
    return state -> {
      var current = state.track().current();
      return current == null ? null : value.apply(current);
    };
  }

  private static <T> Function<DriverState, @Nullable T> elsewhere(
      Function<Elsewhere, @Nullable T> value) {
    return state -> {
      var elsewhere = state.track().elsewhere();
      return elsewhere == null ? null : value.apply(elsewhere);
    };
  }
}
