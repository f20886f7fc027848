package com.weelo.dispatch.broadcast.sockets;

import com.weelo.dispatch.broadcast.streams.Position;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What a client says when it asks for a WebSocket.
 *
 * @param token from the {@code Authorization} header, the sub-protocol or {@code access_token}
 * @param resumeFrom where it was before, if it was
 */
record UpgradeRequest(@Nullable String token, @Nullable Position resumeFrom) {

  /** The sub-protocol whose second value is the token: the way for browsers. */
  static final String BEARER = "bearer";

  private static final String AUTHORIZATION_SCHEME = "Bearer ";

  static UpgradeRequest of(HttpRequest request) {
    var query = new QueryStringDecoder(request.uri());
    return new UpgradeRequest(
        fromHeader(request)
            .or(() -> fromSubProtocol(request))
            .or(() -> parameter(query, "access_token"))
            .orElse(null),
        resumeFrom(query));
  }

  private static Optional<String> fromHeader(HttpRequest request) {
    return Optional.ofNullable(request.headers().get(HttpHeaderNames.AUTHORIZATION))
        .filter(value ->
            value.regionMatches(true, 0, AUTHORIZATION_SCHEME, 0, AUTHORIZATION_SCHEME.length()))
        .map(value -> value.substring(AUTHORIZATION_SCHEME.length()).strip());
  }

  private static Optional<String> fromSubProtocol(HttpRequest request) {
    var offered =
        request.headers().getAll(HttpHeaderNames.SEC_WEBSOCKET_PROTOCOL).stream()
            .flatMap(value -> Arrays.stream(value.split(",", -1)))
            .map(String::strip)
            .toList();
    var bearer = offered.indexOf(BEARER);
    return bearer >= 0 && bearer + 1 < offered.size()
        ? Optional.of(offered.get(bearer + 1))
        : Optional.empty();
  }

  /** A position that is none is as good as one that is gone. */
  private static @Nullable Position resumeFrom(QueryStringDecoder query) {
    var epoch = parameter(query, "epoch");
    var offset =
        parameter(query, "offset").map(UpgradeRequest::offset).orElse(OptionalLong.empty());
    return epoch.isPresent() && offset.isPresent()
        ? new Position(epoch.get(), offset.getAsLong())
        : null;
  }

  private static OptionalLong offset(String text) {
    return text.matches("\\d{1,15}") ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
  }

  private static Optional<String> parameter(QueryStringDecoder query, String name) {
    var values = query.parameters().get(name);
    return values == null ? Optional.empty() : Optional.of(values.getFirst());
  }
}
