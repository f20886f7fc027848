package com.weelo.dispatch.system;

import com.weelo.dispatch.suite.SuiteService;
import com.weelo.dispatch.suite.client.DevelopmentTokens;
import com.weelo.dispatch.suite.client.RestCall;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Calls of those services that bookings, acceptances and positions do not call. */
final class SmallTalk {

  private final DevelopmentTokens tokens;
  private final RollingTraffic traffic;
  private final PlainClient client;
  private final AtomicInteger said = new AtomicInteger();

  SmallTalk(DevelopmentTokens tokens, RollingTraffic traffic, PlainClient client) {
    this.tokens = tokens;
    this.traffic = traffic;
    this.client = client;
  }

  /** Something to each of them. */
  void talk() {
    var number = said.incrementAndGet();
    var haulier = tokens.transporter("rolling-haulier");
    say(
        SuiteService.ORDER,
        201,
        RestCall.post(
                "/api/v1/vehicles",
                Map.of("registration", "RR" + number, "vehicleType", City.VEHICLE_TYPE))
            .by(haulier));
    say(
        SuiteService.NOTIFICATION,
        204,
        RestCall.put("/api/v1/devices/rolling-device-" + number % 10, Map.of("platform", "android"))
            .by(haulier));
    say(
        SuiteService.ANALYTICS,
        202,
        RestCall.post("/api/v1/analytics/events", Map.of("name", "screen.opened")).by(haulier));
    say(
        SuiteService.AUDIT,
        200,
        RestCall.get("/api/v1/audit?limit=1").by(tokens.ops("rolling-ops")));
  }

  private void say(SuiteService service, int status, RestCall call) {
    traffic.beside(() -> {
      var unused = traffic.expect(Set.of(status), client, service, call);
    });
  }
}
