package com.weelo.dispatch.broadcast.server;

import com.weelo.dispatch.broadcast.sockets.Upgrades;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.QueryStringDecoder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at each HTTP request and hands it to whom it is for. */
@Sharable
public final class FrontDoor extends SimpleChannelInboundHandler<FullHttpRequest> {

  private static final Logger log = LoggerFactory.getLogger(FrontDoor.class);
  private static final String WEB_SOCKET = "/ws";

  private final Upgrades upgrades;
  private final Management management;

  public FrontDoor(Upgrades upgrades, Management management) {
    this.upgrades = upgrades;
    this.management = management;
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
    var channel = context.channel();
    if (!request.decoderResult().isSuccess()) {
      HttpAnswers.problem(channel, HttpResponseStatus.BAD_REQUEST, "MALFORMED_REQUEST");
      return;
    }
    var path = new QueryStringDecoder(request.uri()).path();
    if (!path.equals(WEB_SOCKET)) {
      management.answer(channel, request.method(), path);
    } else if (isUpgrade(request)) {
      upgrades.upgrade(channel, request.retain(), this);
    } else {
      HttpAnswers.problem(channel, HttpResponseStatus.UPGRADE_REQUIRED, "UPGRADE_REQUIRED");
    }
  }

  private static boolean isUpgrade(FullHttpRequest request) {
    return request
        .headers()
        .containsValue(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET, true);
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable failure) {
    log.debug("An HTTP connection failed: {}", failure.toString());
    context.close();
  }
}
