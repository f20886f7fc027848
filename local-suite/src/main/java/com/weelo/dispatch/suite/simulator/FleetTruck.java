package com.weelo.dispatch.suite.simulator;

import com.weelo.dispatch.events.GeoPoint;

/** A truck with who usually drives it. */
final class FleetTruck {

  private final String plate;
  private final String spelling;
  private final GeoPoint home;
  private String vehicleId = "";
  private String vehicleType = "";
  private boolean busy;

  /**
   * @param spelling its type, as whoever owns it calls it
   * @param home where it stands
   */
  FleetTruck(String plate, String spelling, GeoPoint home) {
    this.plate = plate;
    this.spelling = spelling;
    this.home = home;
  }

  /** It is known now, under that id and as one of that type. */
  void registered(String id, String type) {
    vehicleId = id;
    vehicleType = type;
  }

  boolean isRegistered() {
    return !vehicleId.isEmpty();
  }

  boolean isFree(String type) {
    return isRegistered() && !busy && vehicleType.equals(type);
  }

  void setBusy(boolean nowBusy) {
    busy = nowBusy;
  }

  String plate() {
    return plate;
  }

  String spelling() {
    return spelling;
  }

  GeoPoint home() {
    return home;
  }

  String driverId() {
    return "driver-of-" + plate;
  }

  String vehicleId() {
    return vehicleId;
  }

  String vehicleType() {
    return vehicleType;
  }
}
