package com.weelo.dispatch.broadcast.sockets;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A connection lives as long as its token. For the socket's event loop. */
final class TokenLease {

  private final Socket socket;
  private final Clock clock;
  private @Nullable Future<?> end;

  TokenLease(Socket socket, Clock clock) {
    this.socket = socket;
    this.clock = clock;
  }

  /** From now on until then. */
  void renew(Instant expiresAt) {
    release();
    end =
        socket
            .loop()
            .schedule(
                () -> socket.close(CloseCode.UNAUTHENTICATED),
                Duration.between(clock.instant(), expiresAt).toMillis(),
                TimeUnit.MILLISECONDS);
  }

  void release() {
    if (end != null) {
      end.cancel(false);
    }
  }
}
