package com.weelo.dispatch.fcm.http;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.ssl.SslContext;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Serves any number of ports from a few threads. */
public final class HttpServer implements AutoCloseable {

  /** Enough for any test, and little enough to share a laptop with everything under test. */
  private static final int EVENT_LOOPS = 2;

  private final EventLoopGroup loops =
      new MultiThreadIoEventLoopGroup(
          EVENT_LOOPS, new DefaultThreadFactory("fcm-emulator", true), NioIoHandler.newFactory());

  /** All that is open: the listening ports and their connections. */
  private final ChannelGroup channels = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);

  /**
   * Opens a port for HTTP/1.1 without encryption.
   *
   * @return the port that was asked for, or the free one that was found
   * @throws IllegalStateException when the port cannot be had
   */
  public int listen(InetSocketAddress address, Api api) {
    return open(address, new Pipelines(api)::addHttp1);
  }

  /**
   * Opens a port for HTTP/2 and HTTP/1.1 over TLS, whichever the client negotiates.
   *
   * @return the port that was asked for, or the free one that was found
   * @throws IllegalStateException when the port cannot be had
   */
  public int listenSecurely(InetSocketAddress address, Api api, SslContext tls) {
    var pipelines = new Pipelines(api);
    return open(address, pipeline -> pipelines.addNegotiated(pipeline, tls));
  }

  private int open(InetSocketAddress address, Consumer<ChannelPipeline> handlers) {
    ChannelFuture bound =
        new ServerBootstrap()
            .group(loops)
            .channel(NioServerSocketChannel.class)
            .childHandler(
                new ChannelInitializer<Channel>() {
                  @Override
                  protected void initChannel(Channel connection) {
                    channels.add(connection);
                    handlers.accept(connection.pipeline());
                  }
                })
            .bind(address)
            .awaitUninterruptibly();
    if (!bound.isSuccess()) {
      String where = address.getHostString() + ":" + address.getPort();
      throw new IllegalStateException(
          "Cannot listen on " + where + ": " + bound.cause().getMessage(), bound.cause());
    }
    channels.add(bound.channel());
    return ((InetSocketAddress) bound.channel().localAddress()).getPort();
  }

  /** Frees the ports and ends their connections. */
  @Override
  public void close() {
    // Before the loops: a channel that is closed by the end of its loop may leave its socket open.
    channels.close().awaitUninterruptibly();
    loops.shutdownGracefully(0, 5, TimeUnit.SECONDS).awaitUninterruptibly();
  }
}
