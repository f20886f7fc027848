package com.weelo.dispatch.order.fleet;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a fleet's file. Each row describes a vehicle, a driver, or a vehicle with who usually
 * drives it; a row that is wrong says so and holds up no other.
 */
final class FleetFilePolicy {

  private static final Set<FleetColumn> VEHICLE =
      Set.of(FleetColumn.REGISTRATION, FleetColumn.VEHICLE_TYPE);
  private static final Set<FleetColumn> DRIVER =
      Set.of(FleetColumn.DRIVER_NAME, FleetColumn.DRIVER_PHONE);
  private static final Set<FleetColumn> OF_VEHICLES =
      Set.of(
          FleetColumn.REGISTRATION,
          FleetColumn.VEHICLE_TYPE,
          FleetColumn.VEHICLE_SUBTYPE,
          FleetColumn.CAPACITY_TONNES);

  private final DraftPolicy drafts;

  FleetFilePolicy(DraftPolicy drafts) {
    this.drafts = drafts;
  }

  /**
   * A row, read.
   *
   * @param row the line of the file on which it begins
   * @param vehicle null where it describes none, or there are complaints
   * @param driver likewise
   */
  record Line(
      int row,
      @Nullable VehicleDraft vehicle,
      @Nullable DriverDraft driver,
      List<Complaint> complaints) {}

  /** Whether the first row names all that a vehicle or a driver needs. */
  static boolean isHeader(Csv.Row first) {
    var columns = first.cells().stream().map(FleetColumn::of).flatMap(Optional::stream).toList();
    return (columns.containsAll(VEHICLE) || columns.containsAll(DRIVER))
        && Set.copyOf(columns).size() == columns.size();
  }

  List<Line> read(Csv.Row header, List<Csv.Row> rows) {
    var columns = header.cells().stream().map(FleetColumn::of).toList();
    var plates = new HashMap<Registration, Integer>();
    return rows.stream().map(row -> read(columns, row, plates)).toList();
  }

  private Line read(
      List<Optional<FleetColumn>> columns, Csv.Row row, Map<Registration, Integer> plates) {
    if (row.cells().size() > columns.size()) {
      return rejected(
          row, List.of(Complaint.of("row", "has more cells than the first row has names")));
    }
    var cells = new EnumMap<FleetColumn, String>(FleetColumn.class);
    for (var n = 0; n < row.cells().size(); n++) {
      var cell = row.cells().get(n);
      columns.get(n).filter(column -> !cell.isEmpty()).ifPresent(column -> cells.put(column, cell));
    }
    return read(row, cells, plates);
  }

  private Line read(
      Csv.Row row, Map<FleetColumn, String> cells, Map<Registration, Integer> plates) {
    var complaints = new ArrayList<Complaint>();
    var vehicle = vehicle(cells);
    var driver = driver(cells);
    complaints.addAll(vehicle.complaints());
    complaints.addAll(driver.complaints());
    if (vehicle.value() != null) {
      var before = plates.putIfAbsent(vehicle.value().registration(), row.line());
      if (before != null) {
        complaints.add(Complaint.of("registration", "stands in row " + before + " already"));
      }
    }
    if (cells.isEmpty()) {
      complaints.add(Complaint.of("row", "describes nothing"));
    }
    return complaints.isEmpty()
        ? new Line(row.line(), vehicle.value(), driver.value(), List.of())
        : rejected(row, complaints);
  }

  private static Line rejected(Csv.Row row, List<Complaint> complaints) {
    return new Line(row.line(), null, null, List.copyOf(complaints));
  }

  private Draft<VehicleDraft> vehicle(Map<FleetColumn, String> cells) {
    if (cells.keySet().stream().noneMatch(OF_VEHICLES::contains)) {
      return new Draft<>(null, List.of());
    }
    var capacity = cells.get(FleetColumn.CAPACITY_TONNES);
    BigDecimal tonnes = null;
    try {
      tonnes = capacity == null ? null : new BigDecimal(capacity);
    } catch (NumberFormatException e) {
      tonnes = BigDecimal.ZERO; // is refused as what it is: no capacity
    }
    return drafts.vehicle(
        cells.get(FleetColumn.REGISTRATION),
        cells.get(FleetColumn.VEHICLE_TYPE),
        cells.get(FleetColumn.VEHICLE_SUBTYPE),
        tonnes);
  }

  private Draft<DriverDraft> driver(Map<FleetColumn, String> cells) {
    if (OF_VEHICLES.containsAll(cells.keySet())) {
      return new Draft<>(null, List.of());
    }
    return drafts.driver(
        cells.get(FleetColumn.DRIVER_ID),
        cells.get(FleetColumn.DRIVER_NAME),
        cells.get(FleetColumn.DRIVER_PHONE));
  }
}
