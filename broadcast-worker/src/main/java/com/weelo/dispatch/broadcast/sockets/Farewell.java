package com.weelo.dispatch.broadcast.sockets;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;

/** Hears nothing from a client that was sent away but its answer to that. */
final class Farewell extends SimpleChannelInboundHandler<WebSocketFrame> {

  private final Socket socket;

  Farewell(Socket socket) {
    this.socket = socket;
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, WebSocketFrame frame) {
    if (frame instanceof CloseWebSocketFrame) {
      socket.closedByClient();
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable failure) {
    socket.cut();
  }
}
