package com.weelo.dispatch.fcm.http;

import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The end of every pipeline: a client that goes away or speaks another protocol is let go. */
@Sharable
final class ClosingOnFailure extends ChannelInboundHandlerAdapter {

  private static final Logger log = LoggerFactory.getLogger(ClosingOnFailure.class);

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    log.debug("Connection {} failed", context.channel(), cause);
    var _ = context.close();
  }
}
