package com.weelo.dispatch.broadcast.server;

import com.weelo.dispatch.broadcast.sockets.Audience;
import com.weelo.dispatch.broadcast.sockets.SocketProperties;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Listens for HTTP and WebSockets. Starts when everything else runs. Stops first: takes no more
 * connections, sends clients elsewhere, and waits until they have gone.
 */
public final class NettyServer implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(NettyServer.class);
  private static final int BACKLOG = 1_024; // after a restart all clients come at once
  private static final int LONGEST_REQUEST_LINE = 16 * 1_024; // it may hold a token
  private static final int LARGEST_HEADERS = 16 * 1_024;
  private static final int LARGEST_BODY = 1_024;

  private final int port;
  private final FrontDoor frontDoor;
  private final Audience audience;
  private final SocketProperties properties;
  private @Nullable Listening listening;

  public NettyServer(
      int port, FrontDoor frontDoor, Audience audience, SocketProperties properties) {
    this.port = port;
    this.frontDoor = frontDoor;
    this.audience = audience;
    this.properties = properties;
  }

  private record Listening(EventLoopGroup loops, ChannelGroup connections, Channel channel) {}

  @Override
  public void start() {
    var loops =
        new MultiThreadIoEventLoopGroup(
            Epoll.isAvailable() ? EpollIoHandler.newFactory() : NioIoHandler.newFactory());
    var connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    var channel =
        new ServerBootstrap()
            .group(loops)
            .channel(
                Epoll.isAvailable() ? EpollServerSocketChannel.class : NioServerSocketChannel.class)
            .option(ChannelOption.SO_BACKLOG, BACKLOG)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childOption(ChannelOption.SO_SNDBUF, (int) properties.sendBuffer().toBytes())
            .childOption(
                ChannelOption.WRITE_BUFFER_WATER_MARK,
                new WriteBufferWaterMark(
                    (int) properties.lowWatermark().toBytes(),
                    (int) properties.highWatermark().toBytes()))
            .childHandler(
                new ChannelInitializer<>() {
                  @Override
                  protected void initChannel(Channel connection) {
                    connections.add(connection);
                    connection
                        .pipeline()
                        .addLast(
                            new HttpServerCodec(
                                LONGEST_REQUEST_LINE, LARGEST_HEADERS, LARGEST_BODY),
                            new HttpObjectAggregator(LARGEST_BODY),
                            frontDoor);
                  }
                })
            .bind(port)
            .syncUninterruptibly()
            .channel();
    listening = new Listening(loops, connections, channel);
    log.info("Listening on port {}", port());
  }

  /** Where it listens, which is not where it was told to where that was 0; -1 where it does not. */
  public int port() {
    return listening == null
        ? -1
        : ((InetSocketAddress) listening.channel().localAddress()).getPort();
  }

  @Override
  public void stop() {
    if (listening == null) {
      return;
    }
    listening.channel().close().syncUninterruptibly();
    audience.sendAway(properties.reconnectWithin());
    listening
        .connections()
        .newCloseFuture()
        .awaitUninterruptibly(properties.closeWithin().toMillis(), TimeUnit.MILLISECONDS);
    listening.connections().close().awaitUninterruptibly();
    listening.loops().shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
    listening = null;
  }

  @Override
  public boolean isRunning() {
    return listening != null;
  }
}
