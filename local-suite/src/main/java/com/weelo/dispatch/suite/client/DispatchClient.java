package com.weelo.dispatch.suite.client;

import com.weelo.dispatch.suite.SuitePorts;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything one needs to act as any number of users. All answers, frames and timers come on one
 * thread, so what only they touch needs no locks.
 */
public final class DispatchClient implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(DispatchClient.class);

  private final EventLoopGroup group =
      new MultiThreadIoEventLoopGroup(
          1, new DefaultThreadFactory("dispatch-client", true), NioIoHandler.newFactory());
  private final EventLoop loop = group.next();
  private final SuitePorts ports;
  private final RestClient booking;
  private final RestClient order;
  private final RestClient location;
  private final RestClient notification;
  private final RestClient fcmControl;

  /**
   * @param connections to each service at most
   */
  public DispatchClient(SuitePorts ports, int connections) {
    this.ports = ports;
    this.booking = new RestClient(loop, address(ports.booking()), connections);
    this.order = new RestClient(loop, address(ports.order()), connections);
    this.location = new RestClient(loop, address(ports.location()), connections);
    this.notification = new RestClient(loop, address(ports.notification()), connections);
    this.fcmControl = new RestClient(loop, address(ports.fcmControl()), 1);
  }

  public RestClient booking() {
    return booking;
  }

  public RestClient order() {
    return order;
  }

  public RestClient location() {
    return location;
  }

  public RestClient notification() {
    return notification;
  }

  /** Calls whatever listens on that port: another instance of a service, for example. */
  public RestClient at(int port, int connections) {
    return new RestClient(loop, address(port), connections);
  }

  /** The FCM emulator's window. */
  public RestClient fcmControl() {
    return fcmControl;
  }

  /** Opens a user's socket, which stays open until it is closed. */
  public DispatchSocket socket(String token, SocketListener listener) {
    return DispatchSocket.open(loop, address(ports.broadcast()), token, listener);
  }

  /** Runs the task on the client's thread, soon. */
  public void run(Runnable task) {
    loop.execute(task);
  }

  /** Runs the task on the client's thread, so much later. */
  public ScheduledFuture<?> runAfter(Duration delay, Runnable task) {
    return loop.schedule(logging(task), delay.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** Runs the task on the client's thread again and again. */
  public ScheduledFuture<?> runEvery(Duration period, Runnable task) {
    return loop.scheduleAtFixedRate(
        logging(task), period.toNanos(), period.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** A timer keeps its failure to itself, and a repeated one ends with it. */
  private static Runnable logging(Runnable task) {
    return () -> {
      try {
        task.run();
      } catch (RuntimeException e) {
        log.error("A timer failed", e);
      }
    };
  }

  /** Ends all connections. */
  @Override
  public void close() {
    group.shutdownGracefully(0, 3, TimeUnit.SECONDS).awaitUninterruptibly();
  }

  private static InetSocketAddress address(int port) {
    return new InetSocketAddress(SuitePorts.HOST, port);
  }
}
