package com.weelo.dispatch.broadcast;

import com.weelo.dispatch.broadcast.server.NettyServer;
import com.weelo.dispatch.testing.api.EndpointRoles;
import org.junit.jupiter.api.Test;

@BroadcastTest
class InterfaceIT {

  private final NettyServer server;

  InterfaceIT(NettyServer server) {
    this.server = server;
  }

  @Test
  void each_call_is_answered_to_whom_the_table_says() {
    EndpointRoles.of("broadcast-worker", server.port())
        .also("GET /actuator/health")
        .also("GET /actuator/health/liveness")
        .also("GET /actuator/prometheus")
        .also("WS /ws")
        .also("WS /ws location")
        .check();
  }
}
