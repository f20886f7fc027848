package com.weelo.dispatch.fcm.http;

import static io.netty.handler.codec.http.HttpHeaderNames.CONTENT_LENGTH;

import io.netty.buffer.ByteBufOutputStream;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets an {@link Api} answer the requests of one connection or, in HTTP/2, stream: one after
 * another, so that no reply overtakes a late one.
 */
final class RequestHandler extends SimpleChannelInboundHandler<FullHttpRequest> {

  private static final Logger log = LoggerFactory.getLogger(RequestHandler.class);

  private final Api api;

  /** Those not yet sent: of more than one, the first is waiting for its delay to end. */
  private final Queue<Reply> replies = new ArrayDeque<>();

  RequestHandler(Api api) {
    this.api = api;
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
    replies.add(answer(request));
    if (replies.size() == 1) {
      send(context);
    }
  }

  private void send(ChannelHandlerContext context) {
    for (Reply next = replies.peek(); next != null; next = replies.peek()) {
      if (!next.delay().isZero()) {
        sendLater(context, next.delay());
        return;
      }
      write(context, replies.remove());
    }
  }

  private void sendLater(ChannelHandlerContext context, Duration delay) {
    var _ =
        context
            .executor()
            .schedule(
                () -> {
                  write(context, replies.remove());
                  send(context);
                },
                delay.toNanos(),
                TimeUnit.NANOSECONDS);
  }

  private Reply answer(FullHttpRequest request) {
    if (request.decoderResult().isFailure()) {
      return Reply.empty(400);
    }
    Request read;
    try {
      read = Request.of(request);
    } catch (IllegalArgumentException badlyEncoded) {
      log.debug("Unreadable request address", badlyEncoded);
      return Reply.empty(400);
    }
    try {
      return api.answer(read);
    } catch (RuntimeException defect) {
      log.error("{} {} failed", read.method(), read.path(), defect);
      return Reply.empty(500);
    }
  }

  private static void write(ChannelHandlerContext context, Reply reply) {
    var body = context.alloc().buffer();
    if (reply.body() != null) {
      Json.write(reply.body(), new ByteBufOutputStream(body));
    }
    FullHttpResponse response =
        new DefaultFullHttpResponse(
            HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(reply.status()), body);
    reply.headers().forEach(response.headers()::set);
    response.headers().set(CONTENT_LENGTH, body.readableBytes());
    var _ = context.writeAndFlush(response);
  }
}
