package com.weelo.dispatch.broadcast.server;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.charset.StandardCharsets;

/** Answers to what is no WebSocket: rare, so that the connection is not kept. */
final class HttpAnswers {

  private HttpAnswers() {}

  static void send(Channel channel, HttpResponseStatus status, String contentType, String body) {
    var content = Unpooled.copiedBuffer(body, StandardCharsets.UTF_8);
    var response = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, content);
    response
        .headers()
        .set(HttpHeaderNames.CONTENT_TYPE, contentType)
        .set(HttpHeaderNames.CACHE_CONTROL, "no-store")
        .set(HttpHeaderNames.X_FRAME_OPTIONS, "DENY")
        .set(HttpHeaderNames.CONTENT_SECURITY_POLICY, "default-src 'none'")
        .set("X-Content-Type-Options", "nosniff")
        .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
    HttpUtil.setContentLength(response, content.readableBytes());
    channel.writeAndFlush(response).addListener(ChannelFutureListener.CLOSE);
  }

  /** An RFC 9457 problem. */
  static void problem(Channel channel, HttpResponseStatus status, String code) {
    send(
        channel,
        status,
        "application/problem+json",
        "{\"title\":\"%s\",\"status\":%d,\"code\":\"%s\"}"
            .formatted(status.reasonPhrase(), status.code(), code));
  }
}
