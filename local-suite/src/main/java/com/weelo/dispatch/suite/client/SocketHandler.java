package com.weelo.dispatch.suite.client;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketHandshakeException;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connection of a {@link DispatchSocket}. */
final class SocketHandler extends SimpleChannelInboundHandler<TextWebSocketFrame> {

  private static final Logger log = LoggerFactory.getLogger(SocketHandler.class);

  private final DispatchSocket socket;

  SocketHandler(DispatchSocket socket) {
    this.socket = socket;
  }

  @Override
  public void channelActive(ChannelHandlerContext ctx) {
    socket.opened(ctx.channel());
    ctx.fireChannelActive();
  }

  @Override
  protected void channelRead0(ChannelHandlerContext ctx, TextWebSocketFrame frame) {
    socket.received(frame.text());
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    socket.lost();
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    if (cause instanceof IOException || cause instanceof WebSocketHandshakeException) {
      log.debug("A WebSocket is lost", cause);
    } else {
      log.warn("A WebSocket is given up", cause);
    }
    ctx.close();
  }
}
