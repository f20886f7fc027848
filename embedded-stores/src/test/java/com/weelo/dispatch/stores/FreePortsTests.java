package com.weelo.dispatch.stores;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FreePortsTests {

  @Test
  void neverGivesAPortTwice() {
    FreePorts ports = new FreePorts();

    assertThat(Stream.generate(() -> ports.take(1)).limit(500)).doesNotHaveDuplicates();
  }

  @Test
  void seesThatSomebodyListens() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThat(FreePorts.isFree(socket.getLocalPort())).isFalse();
    }
  }
}
