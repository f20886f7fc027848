package com.weelo.dispatch.suite.client;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpObjectAggregator;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;

/**
 * Calls one service over connections that stay open, one call at a time on each. Calls beyond the
 * number of connections wait in line. Answers are given on the client's one thread, which all state
 * here belongs to.
 */
public final class RestClient {

  private static final int LARGEST_ANSWER = 64 << 20;
  private static final int CONNECT_MILLIS = 3_000;

  private final EventLoop loop;
  private final Bootstrap bootstrap;
  private final int most;
  private final Deque<RestConnection> idle = new ArrayDeque<>();
  private final Deque<RestExchange> waiting = new ArrayDeque<>();
  private int open;

  RestClient(EventLoop loop, InetSocketAddress address, int connections) {
    this.loop = loop;
    this.most = connections;
    this.bootstrap =
        new Bootstrap()
            .group(loop)
            .channel(NioSocketChannel.class)
            .option(ChannelOption.TCP_NODELAY, true)
            .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MILLIS)
            .remoteAddress(address)
            .handler(
                new ChannelInitializer<>() {
                  @Override
                  protected void initChannel(Channel channel) {
                    channel
                        .pipeline()
                        .addLast(new HttpClientCodec())
                        .addLast(new HttpObjectAggregator(LARGEST_ANSWER))
                        .addLast(new RestConnection(RestClient.this));
                  }
                });
  }

  /**
   * Sends the call as soon as a connection is free.
   *
   * @return the answer, whatever its status; an {@link java.io.IOException} where there was none,
   *     so that nobody knows whether the call took effect
   */
  public CompletableFuture<RestReply> send(RestCall call) {
    var exchange = new RestExchange(call);
    if (loop.inEventLoop()) {
      start(exchange);
    } else {
      loop.execute(() -> start(exchange));
    }
    return exchange.answer();
  }

  /** Opens all connections ahead of the first call. */
  public CompletableFuture<Void> warmUp() {
    var connects = new CompletableFuture<?>[most];
    for (var i = 0; i < most; i++) {
      var connected = new CompletableFuture<Void>();
      connects[i] = connected;
      loop.execute(() -> {
        open++;
        connect(connected);
      });
    }
    return CompletableFuture.allOf(connects);
  }

  private void start(RestExchange exchange) {
    var connection = idle.pollFirst();
    if (connection != null) {
      connection.exchange(exchange);
      return;
    }
    waiting.addLast(exchange);
    if (open < most) {
      open++;
      connect(new CompletableFuture<>());
    }
  }

  private void connect(CompletableFuture<Void> connected) {
    bootstrap
        .connect()
        .addListener(attempt -> {
          if (attempt.isSuccess()) {
            connected.complete(null);
          } else {
            connected.completeExceptionally(attempt.cause());
            open--;
            fail(attempt.cause());
          }
        });
  }

  /** Where nobody is there at all, nobody in line waits any longer. */
  private void fail(Throwable cause) {
    RestExchange exchange;
    do {
      exchange = waiting.pollFirst();
      if (exchange != null) {
        exchange.fail(cause);
      }
    } while (exchange != null && open == 0);
  }

  /** A connection is ready for its next call. */
  void ready(RestConnection connection) {
    var next = waiting.pollFirst();
    if (next == null) {
      idle.addFirst(connection);
    } else {
      connection.exchange(next);
    }
  }

  /** A connection is gone; those in line get another. */
  void closed(RestConnection connection) {
    open--;
    idle.remove(connection);
    if (!waiting.isEmpty() && open < most && !loop.isShuttingDown()) {
      open++;
      connect(new CompletableFuture<>());
    }
  }
}
