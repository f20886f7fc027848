package com.weelo.dispatch.suite.simulator;

import com.weelo.dispatch.events.GeoPoint;
import com.weelo.dispatch.suite.client.DispatchSocket;
import com.weelo.dispatch.suite.client.Frame;
import com.weelo.dispatch.suite.client.SocketListener;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/** Drives one of a transporter's trucks, and tells where it is. */
final class FleetDriver implements SocketListener {

  /** As fast as trucks go, where time goes by no faster. */
  private static final double METERS_PER_SECOND = 60 / 3.6;

  private static final Duration BETWEEN_POSITIONS = Duration.ofSeconds(15);

  private final World world;
  private final FleetTruck truck;
  private final DispatchSocket socket;
  private final Availability availability;
  private @Nullable OutAndBack way;
  private Instant setOutAt = Instant.EPOCH;

  /** Comes online where its truck stands. */
  FleetDriver(World world, FleetTruck truck, String transporterId, Duration firstPosition) {
    this.world = world;
    this.truck = truck;
    var token = world.tokens().driverOf(transporterId, truck.driverId());
    this.availability = new Availability(world, truck.driverId(), token, truck.vehicleType());
    this.socket = world.client().socket(token, this);
    var unused =
        socket
            .welcomed()
            .thenRun(() -> {
              world.measured().add(Count.FLEET_DRIVERS);
              availability.set(true);
              // Not all at once.
              world.client().runAfter(firstPosition, this::drive);
            });
  }

  void setOut(GeoPoint destination, Duration length) {
    setOutAt = world.clock().instant();
    way =
        new OutAndBack(
            truck.home(), destination, length, METERS_PER_SECOND * world.settings().speed());
  }

  void isBack() {
    way = null;
  }

  private void drive() {
    tellPosition();
    world.client().runAfter(BETWEEN_POSITIONS, this::drive);
  }

  private void tellPosition() {
    var now = world.clock().instant();
    var at = way == null ? truck.home() : way.at(Duration.between(setOutAt, now));
    var position = new LinkedHashMap<String, Object>();
    position.put("type", "location");
    position.put("driverId", truck.driverId());
    position.put("latitude", at.latitude());
    position.put("longitude", at.longitude());
    position.put("recordedAt", now.toString());
    position.put("vehicleType", truck.vehicleType());
    // Where the socket is down just now, the next position tells more than this one.
    if (socket.send(position)) {
      world.measured().add(Count.FIXES);
    }
  }

  @Override
  public void onFrame(Frame frame) {
    world.measured().add(Count.FRAMES);
  }

  @Override
  public void onMissed() {
    world.measured().add(Count.MISSED);
  }

  @Override
  public void onDisorder(String what) {
    world.disorder(truck.driverId(), what);
  }
}
