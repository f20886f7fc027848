package com.weelo.dispatch.order.fleet;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A column of a fleet's file. */
enum FleetColumn {
  REGISTRATION("registration"),
  VEHICLE_TYPE("vehicleType"),
  VEHICLE_SUBTYPE("vehicleSubtype"),
  CAPACITY_TONNES("capacityTonnes"),
  DRIVER_ID("driverId"),
  DRIVER_NAME("driverName", "name"),
  DRIVER_PHONE("driverPhone", "phone");

  private final List<String> names;

  FleetColumn(String... names) {
    this.names = List.of(names);
  }

  /** Capitals, blanks, dashes and underscores are written or not as people like. */
  static Optional<FleetColumn> of(String header) {
    return Arrays.stream(values())
        .filter(column -> column.names.stream().anyMatch(name -> bare(name).equals(bare(header))))
        .findAny();
  }

  private static String bare(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[ _-]", "");
  }
}
