package com.weelo.dispatch.suite.simulator;

import com.weelo.dispatch.suite.client.RestCall;
import java.util.Map;

/** The phones that pushes go to. */
final class Devices {

  private Devices() {}

  /** Tells that the user has one. */
  static void register(World world, String userId, String token) {
    var call = RestCall.put("/api/v1/devices/device-of-" + userId, Map.of("platform", "android"));
    PatientCalls.send(world.client(), world.client().notification(), call.by(token))
        .whenComplete((reply, lost) -> {
          if (lost != null || !reply.isSuccess()) {
            world.measured().add(Count.DEVICE_FAILURES);
          }
        });
  }
}
