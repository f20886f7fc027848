package com.weelo.dispatch.suite.simulator;

import com.weelo.dispatch.suite.client.RestCall;
import java.time.Duration;
import java.util.Map;

/**
 * Whether a captain is free, as the captain means it and as the service was told last. Tells the
 * service until both are the same.
 */
final class Availability {

  private static final Duration TRY_AGAIN = Duration.ofSeconds(1);

  private final World world;
  private final String captainId;
  private final String token;
  private final String vehicleType;
  private boolean free;
  private boolean told;
  private boolean telling;

  Availability(World world, String captainId, String token, String vehicleType) {
    this.world = world;
    this.captainId = captainId;
    this.token = token;
    this.vehicleType = vehicleType;
  }

  void set(boolean nowFree) {
    free = nowFree;
    tell();
  }

  /** Whether the captain is free and the service knows it. */
  boolean isFree() {
    return free && told;
  }

  private void tell() {
    if (telling || told == free) {
      return;
    }
    telling = true;
    var saying = free;
    var call =
        RestCall.put(
            "/api/v1/tracking/availability",
            Map.of("driverId", captainId, "available", saying, "vehicleType", vehicleType));
    world
        .client()
        .location()
        .send(call.by(token))
        .whenComplete((reply, lost) -> {
          telling = false;
          if (lost == null && reply.isSuccess()) {
            told = saying;
            tell();
          } else {
            world.client().runAfter(TRY_AGAIN, this::tell);
          }
        });
  }
}
