package com.weelo.dispatch.broadcast.sockets;

import com.weelo.dispatch.broadcast.frames.FrameCodec;
import com.weelo.dispatch.broadcast.rooms.WatchingRooms;
import com.weelo.dispatch.broadcast.streams.Cursor;
import com.weelo.dispatch.broadcast.streams.UserStreams;
import com.weelo.dispatch.platform.observability.Traces;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshakerFactory;
import io.netty.handler.flush.FlushConsolidationHandler;
import io.netty.handler.timeout.IdleStateHandler;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Turns HTTP connections into WebSockets. */
public final class Upgrades {

  private final Authentication authentication;
  private final Audience audience;
  private final UserStreams streams;
  private final WatchingRooms watching;
  private final ClientRequests requests;
  private final FrameCodec codec;
  private final SocketMetrics metrics;
  private final Traces traces;
  private final SocketProperties properties;
  private final Clock clock;

  public Upgrades(
      Authentication authentication,
      Audience audience,
      UserStreams streams,
      WatchingRooms watching,
      ClientRequests requests,
      FrameCodec codec,
      SocketMetrics metrics,
      Traces traces,
      SocketProperties properties,
      Clock clock) {
    this.authentication = authentication;
    this.audience = audience;
    this.streams = streams;
    this.watching = watching;
    this.requests = requests;
    this.codec = codec;
    this.metrics = metrics;
    this.traces = traces;
    this.properties = properties;
    this.clock = clock;
  }

  /**
   * Verifies the token first, so that no frame can come before it is known who sends it. Then
   * upgrades in any case: a browser is told nothing of a refused upgrade, but it is told a close
   * code.
   *
   * @param request is released
   * @param httpHandler what handled the connection so far
   */
  public void upgrade(Channel channel, FullHttpRequest request, ChannelHandler httpHandler) {
    var asked = UpgradeRequest.of(request);
    if (asked.token() == null) {
      shakeHands(channel, request, httpHandler, asked, null);
      return;
    }
    var _ =
        authentication
            .verify(asked.token())
            .whenComplete((verified, e) ->
                channel
                    .eventLoop()
                    .execute(() -> shakeHands(channel, request, httpHandler, asked, verified)));
  }

  private void shakeHands(
      Channel channel,
      FullHttpRequest request,
      ChannelHandler httpHandler,
      UpgradeRequest asked,
      Authentication.@Nullable Verified verified) {
    try {
      if (!channel.isActive()) {
        return;
      }
      var handshaker =
          new WebSocketServerHandshakerFactory(request.uri(), UpgradeRequest.BEARER, decoding())
              .newHandshaker(request);
      if (handshaker == null) {
        WebSocketServerHandshakerFactory.sendUnsupportedVersionResponse(channel);
        return;
      }
      handshaker.handshake(channel, request);
      channel.pipeline().remove(httpHandler);
      var socket = new Socket(channel, codec, metrics, properties);
      if (verified == null) {
        channel.pipeline().addLast(new Farewell(socket));
        socket.close(CloseCode.UNAUTHENTICATED);
      } else {
        open(channel, socket, asked, verified);
      }
    } finally {
      request.release();
    }
  }

  private void open(
      Channel channel, Socket socket, UpgradeRequest asked, Authentication.Verified verified) {
    var connection =
        new Connection(
            verified.caller(),
            socket,
            new Cursor(asked.resumeFrom()),
            streams,
            watching,
            metrics,
            traces,
            properties.slowPatience());
    var lease = new TokenLease(socket, clock);
    lease.renew(verified.expiresAt());
    var allowance =
        new Allowance(properties.framesPerSecond(), properties.burst(), System.nanoTime());
    channel
        .pipeline()
        .addFirst(
            new FlushConsolidationHandler(
                FlushConsolidationHandler.DEFAULT_EXPLICIT_FLUSH_AFTER_FLUSHES, true),
            new IdleStateHandler(properties.pingAfter().toMillis(), 0, 0, TimeUnit.MILLISECONDS))
        .addLast(
            new WebSocketFrameAggregator((int) properties.largestFrame().toBytes()),
            new ClientHandler(connection, lease, allowance, requests, audience));
  }

  /** Violations come as exceptions, to be answered with the contract's own close code. */
  private WebSocketDecoderConfig decoding() {
    return WebSocketDecoderConfig.newBuilder()
        .maxFramePayloadLength((int) properties.largestFrame().toBytes())
        .closeOnProtocolViolation(false)
        .build();
  }
}
