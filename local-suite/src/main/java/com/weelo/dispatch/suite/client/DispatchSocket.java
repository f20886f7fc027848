package com.weelo.dispatch.suite.client;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolConfig;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketVersion;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One user's WebSocket, held open until it is closed here: whenever it is lost it connects again
 * and goes on from where it was. Who is sent away comes back when it was told to.
 */
public final class DispatchSocket implements AutoCloseable {

  private static final int LARGEST_FRAME = 1 << 20;
  private static final int CONNECT_MILLIS = 3_000;
  private static final int SHORTEST_PAUSE_MILLIS = 100;
  private static final int LONGEST_PAUSE_MILLIS = 1_000;

  private final EventLoop loop;
  private final InetSocketAddress address;
  private final String token;
  private final SocketListener listener;
  private final StreamPosition position = new StreamPosition();
  private final CompletableFuture<Void> welcomed = new CompletableFuture<>();
  private @Nullable Channel channel;
  private @Nullable Duration sentAway;
  private boolean live;
  private boolean closed;

  private DispatchSocket(
      EventLoop loop, InetSocketAddress address, String token, SocketListener listener) {
    this.loop = loop;
    this.address = address;
    this.token = token;
    this.listener = listener;
  }

  static DispatchSocket open(
      EventLoop loop, InetSocketAddress address, String token, SocketListener listener) {
    var socket = new DispatchSocket(loop, address, token, listener);
    loop.execute(socket::connect);
    return socket;
  }

  /** Done when the server has greeted for the first time. */
  public CompletableFuture<Void> welcomed() {
    return welcomed;
  }

  /**
   * Sends a message. Only to be called on the client's thread.
   *
   * @return whether there was a connection to send it on
   */
  public boolean send(Object message) {
    if (channel == null || !live) {
      return false;
    }
    channel.writeAndFlush(new TextWebSocketFrame(Json.text(message)));
    return true;
  }

  @Override
  public void close() {
    loop.execute(() -> {
      closed = true;
      if (channel != null) {
        channel.close();
      }
    });
  }

  private void connect() {
    if (closed) {
      return;
    }
    new Bootstrap()
        .group(loop)
        .channel(NioSocketChannel.class)
        .option(ChannelOption.TCP_NODELAY, true)
        .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MILLIS)
        .remoteAddress(address)
        .handler(pipeline())
        .connect()
        .addListener(attempt -> {
          if (!attempt.isSuccess()) {
            connectLater();
          }
        });
  }

  private ChannelInitializer<Channel> pipeline() {
    var uri =
        URI.create(
            "ws://%s:%d/ws%s"
                .formatted(address.getHostString(), address.getPort(), position.resumption()));
    var config =
        WebSocketClientProtocolConfig.newBuilder()
            .webSocketUri(uri)
            .version(WebSocketVersion.V13)
            .customHeaders(
                new DefaultHttpHeaders().set(HttpHeaderNames.AUTHORIZATION, "Bearer " + token))
            .maxFramePayloadLength(LARGEST_FRAME)
            .build();
    return new ChannelInitializer<>() {
      @Override
      protected void initChannel(Channel opened) {
        opened
            .pipeline()
            .addLast(new HttpClientCodec())
            .addLast(new HttpObjectAggregator(LARGEST_FRAME))
            .addLast(new WebSocketClientProtocolHandler(config))
            .addLast(new WebSocketFrameAggregator(LARGEST_FRAME))
            .addLast(new SocketHandler(DispatchSocket.this));
      }
    };
  }

  void opened(Channel opened) {
    channel = opened;
    if (closed) {
      opened.close();
    }
  }

  void received(String text) {
    var json = Json.tree(text);
    if (json.path("type").asString("").equals("welcome")) {
      greet(
          json.path("epoch").asString(""),
          json.path("offset").asLong(),
          json.path("recovered").asBoolean());
      return;
    }
    if (json.path("type").asString("").equals("go_away")) {
      sentAway = Duration.ofMillis(json.path("reconnectAfterMs").asLong());
      return;
    }
    var frame = Frame.of(json, System.nanoTime());
    position.take(frame).ifPresent(listener::onDisorder);
    listener.onFrame(frame);
  }

  private void greet(String epoch, long offset, boolean recovered) {
    live = true;
    if (!position.welcomed(epoch, offset, recovered)) {
      listener.onMissed();
    }
    welcomed.complete(null);
  }

  void lost() {
    live = false;
    channel = null;
    if (!closed) {
      listener.onLost(sentAway != null);
    }
    connectLater();
  }

  private void connectLater() {
    if (!closed && !loop.isShuttingDown()) {
      loop.schedule(this::connect, pauseMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private long pauseMillis() {
    var told = sentAway;
    sentAway = null;
    return told == null
        ? ThreadLocalRandom.current().nextInt(SHORTEST_PAUSE_MILLIS, LONGEST_PAUSE_MILLIS)
        : told.toMillis();
  }
}
