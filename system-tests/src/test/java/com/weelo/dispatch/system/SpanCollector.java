package com.weelo.dispatch.system;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnknownFieldSet;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** Where services send their spans, by OTLP over HTTP. */
final class SpanCollector implements AutoCloseable {

  /** The numbers of the fields that are read here, of {@code opentelemetry/proto/trace/v1}. */
  private static final int RESOURCE_SPANS = 1;

  private static final int SCOPE_SPANS = 2;
  private static final int SPANS = 2;
  private static final int TRACE_ID = 1;
  private static final int SPAN_ID = 2;
  private static final int PARENT_ID = 4;
  private static final int NAME = 5;

  private final HttpServer server;
  private final List<Span> spans = new CopyOnWriteArrayList<>();

  /** A span that has ended. */
  record Span(String trace, String id, String parent, String name) {}

  private SpanCollector(HttpServer server) {
    this.server = server;
  }

  static SpanCollector open() {
    try {
      var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      var collector = new SpanCollector(server);
      server.createContext("/v1/traces", collector::take);
      server.start();
      return collector;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What services are told, so that they send what is sampled by whoever calls them. */
  List<String> properties() {
    return List.of(
        "--management.tracing.sampling.probability=0",
        "--management.opentelemetry.tracing.export.otlp.endpoint=http://127.0.0.1:%d/v1/traces"
            .formatted(server.getAddress().getPort()));
  }

  List<Span> ofTrace(String trace) {
    return spans.stream().filter(span -> span.trace().equals(trace)).toList();
  }

  private void take(HttpExchange call) throws IOException {
    try (call) {
      messages(UnknownFieldSet.parseFrom(call.getRequestBody()), RESOURCE_SPANS)
          .flatMap(resource -> messages(resource, SCOPE_SPANS))
          .flatMap(scope -> messages(scope, SPANS))
          .map(SpanCollector::span)
          .forEach(spans::add);
      call.sendResponseHeaders(200, -1);
    }
  }

  private static Stream<UnknownFieldSet> messages(UnknownFieldSet in, int field) {
    return in.getField(field).getLengthDelimitedList().stream().map(SpanCollector::parsed);
  }

  private static UnknownFieldSet parsed(ByteString message) {
    try {
      return UnknownFieldSet.parseFrom(message);
    } catch (InvalidProtocolBufferException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Span span(UnknownFieldSet span) {
    return new Span(
        hex(bytes(span, TRACE_ID)),
        hex(bytes(span, SPAN_ID)),
        hex(bytes(span, PARENT_ID)),
        bytes(span, NAME).toStringUtf8());
  }

  private static ByteString bytes(UnknownFieldSet of, int field) {
    var values = of.getField(field).getLengthDelimitedList();
    return values.isEmpty() ? ByteString.EMPTY : values.getFirst();
  }

  private static String hex(ByteString bytes) {
    return HexFormat.of().formatHex(bytes.toByteArray());
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
