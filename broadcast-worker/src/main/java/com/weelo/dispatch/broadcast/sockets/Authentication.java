package com.weelo.dispatch.broadcast.sockets;

import com.weelo.dispatch.platform.security.Caller;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/** Verifies tokens, off the event loops: a decoder may have to fetch keys first. */
public final class Authentication {

  private final JwtDecoder decoder;
  private final Executor executor;

  public Authentication(JwtDecoder decoder, Executor executor) {
    this.decoder = decoder;
    this.executor = executor;
  }

  /** Who a token says its bearer is, and until when. */
  record Verified(Caller caller, Instant expiresAt) {}

  /** Fails where the token is not valid. */
  CompletableFuture<Verified> verify(String token) {
    return CompletableFuture.supplyAsync(
        () -> {
          var jwt = decoder.decode(token);
          return new Verified(Caller.of(jwt), Objects.requireNonNull(jwt.getExpiresAt()));
        },
        executor);
  }
}
