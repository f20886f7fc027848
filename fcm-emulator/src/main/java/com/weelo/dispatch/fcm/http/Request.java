package com.weelo.dispatch.fcm.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP request, read whole.
 *
 * @param path decoded, without the query
 * @param authorization the header's value, where it was sent
 */
public record Request(
    String method,
    String path,
    Map<String, List<String>> query,
    @Nullable String authorization,
    String body) {

  /**
   * @throws IllegalArgumentException when the path or query is not rightly percent-encoded
   */
  static Request of(FullHttpRequest request) {
    var uri = new QueryStringDecoder(request.uri());
    return new Request(
        request.method().name(),
        uri.path(),
        uri.parameters(),
        request.headers().get(HttpHeaderNames.AUTHORIZATION),
        request.content().toString(UTF_8));
  }

  /** A field of a form that was sent, null where there is none. */
  public @Nullable String formField(String name) {
    var form = new QueryStringDecoder(body, UTF_8, false).parameters();
    List<String> values = form.getOrDefault(name, List.of());
    return values.isEmpty() ? null : values.getFirst();
  }

  /** The first value of a query parameter, null where there is none. */
  public @Nullable String parameter(String name) {
    List<String> values = query.getOrDefault(name, List.of());
    return values.isEmpty() ? null : values.getFirst();
  }
}
