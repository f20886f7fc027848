package com.weelo.dispatch.system;

import com.weelo.dispatch.suite.SuitePorts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;

/**
 * A plain balancer of TCP connections: each new one goes to the next instance that is ready, and
 * stays there. It knows nothing of what is said on them, tries nothing twice, and hears of an
 * instance's going from nobody but its own look at the instance's readiness.
 */
final class TcpBalancer implements AutoCloseable {

  private static final int CONNECT_MILLIS = 3_000;
  private static final int BACKLOG = 512;

  private final ServerSocket entrance;
  private final List<ReadinessCheck> instances;
  private final AtomicInteger turn = new AtomicInteger();
  private volatile boolean open = true;

  private TcpBalancer(ServerSocket entrance, List<ReadinessCheck> instances) {
    this.entrance = entrance;
    this.instances = instances;
  }

  /** One before the instances of a service that listen on these ports, or will. */
  static TcpBalancer before(IntStream ports) {
    try {
      var entrance = new ServerSocket();
      entrance.bind(new InetSocketAddress(SuitePorts.HOST, 0), BACKLOG);
      var checks = ports.mapToObj(ReadinessCheck::begin).toList();
      var balancer = new TcpBalancer(entrance, checks);
      Thread.ofPlatform().daemon().name("balancer").start(balancer::accept);
      return balancer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where clients connect. */
  int port() {
    return entrance.getLocalPort();
  }

  /** Returns once connections go to the instance. */
  void awaitReady(int port) {
    awaitReadyFor(Duration.ZERO, port);
  }

  /** Returns once connections have gone to the instance for so long. */
  void awaitReadyFor(Duration time, int port) {
    Awaitility.await("the balancer finds %d ready".formatted(port))
        .atMost(SystemTest.PATIENCE)
        .until(() ->
            instances.stream().anyMatch(check -> check.port() == port && check.isReadyFor(time)));
  }

  private void accept() {
    while (open) {
      try {
        var client = entrance.accept();
        Thread.ofVirtual().start(() -> connect(client));
      } catch (IOException closed) {
        open = false;
      }
    }
  }

  private void connect(Socket client) {
    var ready = instances.stream().filter(ReadinessCheck::isReady).toList();
    try (client;
        var instance = new Socket()) {
      if (ready.isEmpty()) {
        return;
      }
      var next = ready.get(Math.floorMod(turn.getAndIncrement(), ready.size()));
      instance.connect(new InetSocketAddress(SuitePorts.HOST, next.port()), CONNECT_MILLIS);
      instance.setTcpNoDelay(true);
      client.setTcpNoDelay(true);
      var there = Thread.ofVirtual().start(() -> pass(client, instance));
      pass(instance, client);
      there.join();
    } catch (IOException | InterruptedException e) {
      // Both ends are closed, as they are when a machine between them goes away.
    }
  }

  /** Until this end says that nothing more comes, which the other is told. */
  private static void pass(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
      to.shutdownOutput();
    } catch (IOException broken) {
      closeQuietly(from);
      closeQuietly(to);
    }
  }

  private static void closeQuietly(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // It is gone, then.
    }
  }

  @Override
  public void close() throws IOException {
    open = false;
    entrance.close();
    instances.forEach(ReadinessCheck::close);
  }
}
