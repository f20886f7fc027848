package com.weelo.dispatch.suite.client;

import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.concurrent.Future;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One connection of a {@link RestClient}. */
final class RestConnection extends SimpleChannelInboundHandler<FullHttpResponse> {

  private static final int ANSWER_SECONDS = 15;

  private final RestClient client;
  private @Nullable ChannelHandlerContext context;
  private @Nullable RestExchange current;
  private @Nullable Future<?> timeout;
  private long sentAt;

  RestConnection(RestClient client) {
    this.client = client;
  }

  void exchange(RestExchange exchange) {
    var connection = Objects.requireNonNull(context);
    current = exchange;
    timeout =
        connection.executor().schedule(() -> connection.close(), ANSWER_SECONDS, TimeUnit.SECONDS);
    sentAt = System.nanoTime();
    connection.writeAndFlush(request(exchange.call()));
  }

  private static DefaultFullHttpRequest request(RestCall call) {
    var request =
        new DefaultFullHttpRequest(
            HttpVersion.HTTP_1_1,
            HttpMethod.valueOf(call.method()),
            call.path(),
            Unpooled.wrappedBuffer(call.body()));
    var headers = request.headers();
    headers.set(HttpHeaderNames.HOST, "localhost");
    if (call.body().length > 0) {
      headers.set(HttpHeaderNames.CONTENT_TYPE, HttpHeaderValues.APPLICATION_JSON);
      headers.set(HttpHeaderNames.CONTENT_LENGTH, call.body().length);
    }
    call.headers().forEach(headers::set);
    return request;
  }

  @Override
  public void channelActive(ChannelHandlerContext ctx) {
    context = ctx;
    client.ready(this);
  }

  @Override
  protected void channelRead0(ChannelHandlerContext ctx, FullHttpResponse response) {
    var exchange = take();
    if (exchange == null) {
      ctx.close();
      return;
    }
    var reply =
        new RestReply(
            response.status().code(),
            ByteBufUtil.getBytes(response.content()),
            sentAt,
            System.nanoTime());
    if (HttpUtil.isKeepAlive(response)) {
      client.ready(this);
    } else {
      ctx.close();
    }
    exchange.answer().complete(reply);
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    var exchange = take();
    client.closed(this);
    if (exchange != null) {
      exchange.fail(new IOException("the connection was lost before the answer"));
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    var exchange = take();
    if (exchange != null) {
      exchange.fail(cause);
    }
    ctx.close();
  }

  private @Nullable RestExchange take() {
    var exchange = current;
    current = null;
    if (timeout != null) {
      timeout.cancel(false);
      timeout = null;
    }
    return exchange;
  }
}
