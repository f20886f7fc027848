package com.weelo.dispatch.fcm.http;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpServerKeepAliveHandler;
import io.netty.handler.codec.http2.Http2FrameCodecBuilder;
import io.netty.handler.codec.http2.Http2MultiplexHandler;
import io.netty.handler.codec.http2.Http2Settings;
import io.netty.handler.codec.http2.Http2StreamFrameToHttpObjectCodec;
import io.netty.handler.ssl.ApplicationProtocolNames;
import io.netty.handler.ssl.ApplicationProtocolNegotiationHandler;
import io.netty.handler.ssl.SslContext;

/** How bytes become requests: the handlers of each kind of connection. */
final class Pipelines {

  /** As many as FCM allows on one connection: clients must cope with having to open another. */
  private static final int MAX_CONCURRENT_STREAMS = 100;

  private static final int MAX_BODY_BYTES = 1 << 20;

  private final Api api;
  private final ClosingOnFailure failures = new ClosingOnFailure();

  Pipelines(Api api) {
    this.api = api;
  }

  /** HTTP/2 or HTTP/1.1 over TLS, whichever the client negotiates. */
  void addNegotiated(ChannelPipeline pipeline, SslContext tls) {
    pipeline.addLast(tls.newHandler(pipeline.channel().alloc()), new Negotiation());
  }

  /** HTTP/1.1, within TLS or without. */
  void addHttp1(ChannelPipeline pipeline) {
    pipeline.addLast(
        new HttpServerCodec(),
        new HttpServerKeepAliveHandler(),
        new HttpObjectAggregator(MAX_BODY_BYTES),
        new RequestHandler(api),
        failures);
  }

  private void addHttp2(ChannelPipeline pipeline) {
    var settings = Http2Settings.defaultSettings().maxConcurrentStreams(MAX_CONCURRENT_STREAMS);
    pipeline.addLast(
        Http2FrameCodecBuilder.forServer()
            .initialSettings(settings)
            .gracefulShutdownTimeoutMillis(0)
            .build(),
        new Http2MultiplexHandler(new Http2Stream()),
        failures);
  }

  private final class Http2Stream extends ChannelInitializer<Channel> {

    @Override
    protected void initChannel(Channel stream) {
      stream
          .pipeline()
          .addLast(
              new Http2StreamFrameToHttpObjectCodec(true),
              new HttpObjectAggregator(MAX_BODY_BYTES),
              new RequestHandler(api),
              failures);
    }
  }

  private final class Negotiation extends ApplicationProtocolNegotiationHandler {

    Negotiation() {
      super(ApplicationProtocolNames.HTTP_1_1);
    }

    @Override
    protected void configurePipeline(ChannelHandlerContext context, String protocol) {
      if (protocol.equals(ApplicationProtocolNames.HTTP_2)) {
        addHttp2(context.pipeline());
      } else {
        addHttp1(context.pipeline());
      }
    }
  }
}
