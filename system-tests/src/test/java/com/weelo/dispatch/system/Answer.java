package com.weelo.dispatch.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.weelo.dispatch.suite.client.RestReply;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Waits for answers, where a test goes step by step. */
final class Answer {

  private Answer() {}

  static RestReply to(CompletableFuture<RestReply> call) {
    return call.orTimeout(SystemTest.PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
  }

  /** The answer, which has to have this status. */
  static RestReply to(CompletableFuture<RestReply> call, int status) {
    var reply = to(call);
    assertThat(reply.status()).as(() -> new String(reply.body(), UTF_8)).isEqualTo(status);
    return reply;
  }
}
