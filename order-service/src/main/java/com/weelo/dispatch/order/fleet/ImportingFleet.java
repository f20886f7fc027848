package com.weelo.dispatch.order.fleet;

import com.weelo.dispatch.events.DriverId;
import com.weelo.dispatch.events.EventIds;
import com.weelo.dispatch.events.TransporterId;
import com.weelo.dispatch.order.fleet.FleetFilePolicy.Line;
import com.weelo.dispatch.order.fleet.ImportReport.Outcome;
import com.weelo.dispatch.order.fleet.ImportReport.RowResult;
import com.weelo.dispatch.platform.web.Problem;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes over a fleet from a file, row by row: what is right is taken, what is wrong is reported. A
 * file that comes again changes nothing.
 */
@Service
public class ImportingFleet {

  private static final int MOST_ROWS = 5_000;

  private final FleetFilePolicy file;
  private final Vehicles vehicles;
  private final Drivers drivers;
  private final JdbcTemplate jdbc;

  ImportingFleet(DraftPolicy drafts, Vehicles vehicles, Drivers drivers, JdbcTemplate jdbc) {
    this.file = new FleetFilePolicy(drafts);
    this.vehicles = vehicles;
    this.drivers = drivers;
    this.jdbc = jdbc;
  }

  /**
   * Runs in the caller's transaction.
   *
   * @param csv whose first row names the columns
   * @throws Problem 400 where it does not, or there are too many rows
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public ImportReport importFleet(TransporterId owner, String csv) {
    var rows = Csv.rows(csv);
    if (rows.isEmpty() || !FleetFilePolicy.isHeader(rows.getFirst())) {
      throw Problem.invalid(
          "file",
          "begins with the names of its columns: registration and vehicleType, or driverName and"
              + " driverPhone, or all of them");
    }
    if (rows.size() > MOST_ROWS + 1) {
      throw Problem.invalid("file", "has up to " + MOST_ROWS + " rows");
    }
    return take(owner, file.read(rows.getFirst(), rows.subList(1, rows.size())));
  }

  private ImportReport take(TransporterId owner, List<Line> lines) {
    // Two files of one fleet come after each other: drivers without an id are told by their names.
    jdbc.queryForList("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))", owner.value());
    var identified = identify(owner, lines);
    var writtenVehicles =
        vehicles.write(owner, lines.stream().map(Line::vehicle).filter(Objects::nonNull).toList());
    var byId = new HashMap<DriverId, DriverDraft>();
    lines.stream()
        .map(Line::driver)
        .filter(Objects::nonNull)
        .forEach(draft -> byId.put(idOf(draft, identified), draft));
    var createdDrivers = new HashSet<>(drivers.write(owner, byId));
    return ImportReport.of(
        lines.stream()
            .map(line -> {
              var vehicle =
                  line.vehicle() == null
                      ? null
                      : writtenVehicles.get(line.vehicle().registration());
              var driver = line.driver() == null ? null : idOf(line.driver(), identified);
              // A driver of several trucks is new in one row only.
              var isNew =
                  (driver != null && createdDrivers.remove(driver))
                      | (vehicle != null && vehicle.created());
              return result(line, vehicle, driver, isNew);
            })
            .toList());
  }

  /** Who comes without an id is who has that name and number already, or somebody new. */
  private Map<DriverDraft, DriverId> identify(TransporterId owner, List<Line> lines) {
    var known = drivers.idsOf(owner);
    lines.stream()
        .map(Line::driver)
        .filter(draft -> draft != null && draft.id() == null)
        .forEach(draft ->
            known.computeIfAbsent(draft, unknown -> new DriverId(EventIds.next().toString())));
    return known;
  }

  private static DriverId idOf(DriverDraft draft, Map<DriverDraft, DriverId> identified) {
    var given = draft.id();
    return given == null ? Objects.requireNonNull(identified.get(draft)) : given;
  }

  private static RowResult result(
      Line line, Vehicles.@Nullable Written vehicle, @Nullable DriverId driver, boolean isNew) {
    if (!line.complaints().isEmpty()) {
      return new RowResult(line.row(), Outcome.REJECTED, null, null, null, null, line.complaints());
    }
    var draft = line.vehicle();
    return new RowResult(
        line.row(),
        isNew ? Outcome.CREATED : Outcome.UPDATED,
        vehicle == null ? null : vehicle.id(),
        draft == null ? null : draft.registration().plate(),
        draft == null ? null : draft.type(),
        driver,
        null);
  }
}
