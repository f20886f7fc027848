package com.weelo.dispatch.suite;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Ports that are about to be listened on. Looked at first, since a clear word is worth a moment;
 * the stores look for themselves.
 */
final class RequiredPorts {

  private final Map<String, Integer> ports = new LinkedHashMap<>();

  static RequiredPorts ofEmulator(SuitePorts ports) {
    return new RequiredPorts()
        .add("the FCM emulator", ports.fcm())
        .add("the FCM emulator's control", ports.fcmControl())
        .add("the mail server", ports.smtp());
  }

  static RequiredPorts of(Collection<SuiteService> services, SuitePorts ports) {
    var required = new RequiredPorts();
    for (var service : services) {
      required.add(service.module(), service.port(ports));
    }
    return required;
  }

  RequiredPorts add(String owner, int port) {
    ports.put(owner, port);
    return this;
  }

  /**
   * @throws SuiteFailure naming the first port that somebody else has, and who needs it
   */
  void check() {
    ports.forEach((owner, port) -> {
      if (!isFree(port)) {
        throw new SuiteFailure("Port " + port + ", needed by " + owner + ", is in use");
      }
    });
  }

  private static boolean isFree(int port) {
    try (var socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(SuitePorts.HOST, port));
      return true;
    } catch (IOException inUse) {
      return false;
    }
  }
}
