package com.weelo.dispatch.broadcast.sockets;

import com.weelo.dispatch.broadcast.frames.Refused;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.CorruptedFrameException;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.timeout.IdleStateEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What comes in on one WebSocket. */
final class ClientHandler extends SimpleChannelInboundHandler<WebSocketFrame> {

  private static final Logger log = LoggerFactory.getLogger(ClientHandler.class);

  private final Connection connection;
  private final TokenLease lease;
  private final Allowance allowance;
  private final ClientRequests requests;
  private final Audience audience;

  ClientHandler(
      Connection connection,
      TokenLease lease,
      Allowance allowance,
      ClientRequests requests,
      Audience audience) {
    this.connection = connection;
    this.lease = lease;
    this.allowance = allowance;
    this.requests = requests;
    this.audience = audience;
  }

  @Override
  public void handlerAdded(ChannelHandlerContext context) {
    audience.enter(connection);
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, WebSocketFrame frame) {
    if (frame instanceof CloseWebSocketFrame) {
      connection.socket().closedByClient();
    } else if (!connection.socket().isClosing()) {
      handle(context, frame);
    }
  }

  private void handle(ChannelHandlerContext context, WebSocketFrame frame) {
    switch (frame) {
      case PongWebSocketFrame pong -> {}
      case PingWebSocketFrame ping ->
          context.writeAndFlush(new PongWebSocketFrame(ping.content().retain()));
      case TextWebSocketFrame text when allowance.take(System.nanoTime()) ->
          requests.handle(text.text(), connection, lease);
      case TextWebSocketFrame tooMany ->
          connection
              .socket()
              .refuse(new Refused(Refused.Code.RATE_LIMITED, "Too many messages; slow down."));
      case BinaryWebSocketFrame binary -> badFrame("Frames are text.");
      default -> badFrame("There is no such frame.");
    }
  }

  private void badFrame(String why) {
    connection.socket().refuse(new Refused(Refused.Code.MALFORMED_REQUEST, why));
    connection.socket().close(CloseCode.BAD_FRAME);
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext context, Object event) {
    if (event instanceof IdleStateEvent idle) {
      if (idle.isFirst()) {
        connection.socket().ping();
      } else {
        connection.socket().close(CloseCode.GOING_AWAY);
      }
    }
  }

  /** Who does not read gets no answers either. */
  @Override
  public void channelWritabilityChanged(ChannelHandlerContext context) {
    context
        .channel()
        .config()
        .setAutoRead(connection.socket().isWritable() || connection.socket().isClosing());
    connection.writabilityChanged();
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    lease.release();
    audience.leave(connection);
    context.fireChannelInactive();
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable failure) {
    if (failure instanceof TooLongFrameException || failure instanceof CorruptedFrameException) {
      badFrame("The frame is too large, or none.");
    } else {
      log.debug("A connection failed: {}", failure.toString());
      connection.socket().cut();
    }
  }
}
