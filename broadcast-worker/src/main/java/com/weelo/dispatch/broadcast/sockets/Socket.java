package com.weelo.dispatch.broadcast.sockets;

import com.weelo.dispatch.broadcast.frames.FrameCodec;
import com.weelo.dispatch.broadcast.frames.Refused;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import java.util.concurrent.TimeUnit;

/** A WebSocket's way out. For the socket's event loop. */
final class Socket {

  private final Channel channel;
  private final FrameCodec codec;
  private final SocketMetrics metrics;
  private final SocketProperties properties;
  private boolean closing;

  Socket(Channel channel, FrameCodec codec, SocketMetrics metrics, SocketProperties properties) {
    this.channel = channel;
    this.codec = codec;
    this.metrics = metrics;
    this.properties = properties;
  }

  String id() {
    return channel.id().asShortText();
  }

  EventLoop loop() {
    return channel.eventLoop();
  }

  /** Whether the client keeps up. */
  boolean isWritable() {
    return channel.isWritable();
  }

  boolean isClosing() {
    return closing || !channel.isActive();
  }

  void send(ServerFrame frame) {
    send(codec.encode(frame));
  }

  void refuse(Refused refused) {
    send(new ServerFrame.Refusal(refused.code().name(), String.valueOf(refused.getMessage())));
  }

  void send(String text) {
    if (!closing) {
      // Flushed by the pipeline once for all that is written in one go.
      channel.writeAndFlush(
          new TextWebSocketFrame(ByteBufUtil.writeUtf8(channel.alloc(), text)),
          channel.voidPromise());
    }
  }

  void ping() {
    if (!closing) {
      channel.writeAndFlush(new PingWebSocketFrame(), channel.voidPromise());
    }
  }

  /**
   * Says goodbye after all that was sent. The client answers, and the connection is cut then: were
   * it cut before, what is still on the way could be lost with it.
   */
  void close(CloseCode code) {
    if (isClosing()) {
      return;
    }
    closing = true;
    metrics.closed(code);
    channel.config().setAutoRead(true); // to see the answer
    channel.writeAndFlush(new CloseWebSocketFrame(code.status()), channel.voidPromise());
    var cutOff =
        loop().schedule(this::cut, properties.closeWithin().toMillis(), TimeUnit.MILLISECONDS);
    channel.closeFuture().addListener(closed -> cutOff.cancel(false));
  }

  /** The client says goodbye, or answers ours. */
  void closedByClient() {
    if (closing) {
      cut();
    } else {
      closing = true;
      channel
          .writeAndFlush(new CloseWebSocketFrame(WebSocketCloseStatus.NORMAL_CLOSURE))
          .addListener(ChannelFutureListener.CLOSE);
    }
  }

  void cut() {
    channel.close();
  }
}
