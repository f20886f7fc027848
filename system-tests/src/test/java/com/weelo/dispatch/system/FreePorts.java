package com.weelo.dispatch.system;

import com.weelo.dispatch.suite.SuitePorts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.stream.IntStream;

/** Room for one more suite on this machine. */
final class FreePorts {

  /** Above the suite's own ports, and below those that the kernel gives to outgoing connections. */
  private static final int LOWEST = 1_000;

  private static final int HIGHEST = 12_000;
  private static final int STEP = 500;

  private FreePorts() {}

  /** By how much the documented ports are to be shifted so that all of them are free. */
  static int offset() {
    return IntStream.iterate(HIGHEST, offset -> offset >= LOWEST, offset -> offset - STEP)
        .filter(offset -> areFree(SuitePorts.standard().shiftedBy(offset)))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no room for another suite"));
  }

  /** With those of second and third instances. */
  private static boolean areFree(SuitePorts ports) {
    return IntStream.range(0, 3)
        .mapToObj(ports::ofInstance)
        .flatMapToInt(SuitePorts::all)
        .allMatch(FreePorts::isFree);
  }

  private static boolean isFree(int port) {
    try (var unused = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return true;
    } catch (IOException taken) {
      return false;
    }
  }
}
