package com.weelo.dispatch.stores;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Finds ports nobody listens on. They lie below the range from which the kernel gives ports to
 * outgoing connections, so that none of those can take a store's port while the store is down.
 */
final class FreePorts {

  private static final int LOWEST = 20_000;
  private static final int HIGHEST = 32_000;

  private final Set<Integer> taken = new HashSet<>();

  /** Takes that many consecutive ports and answers the first. */
  int take(int count) {
    for (int attempt = 0; attempt < 1_000; attempt++) {
      int first = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST - count);
      if (areFree(first, count)) {
        for (int port = first; port < first + count; port++) {
          taken.add(port);
        }
        return first;
      }
    }
    throw new StoreFailure("No free port between " + LOWEST + " and " + HIGHEST);
  }

  private boolean areFree(int first, int count) {
    for (int port = first; port < first + count; port++) {
      if (taken.contains(port) || !isFree(port)) {
        return false;
      }
    }
    return true;
  }

  static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException inUse) {
      return false;
    }
  }
}
