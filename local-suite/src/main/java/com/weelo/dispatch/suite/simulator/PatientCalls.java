package com.weelo.dispatch.suite.simulator;

import com.weelo.dispatch.suite.client.DispatchClient;
import com.weelo.dispatch.suite.client.RestCall;
import com.weelo.dispatch.suite.client.RestClient;
import com.weelo.dispatch.suite.client.RestReply;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Calls that are made again until they are answered, so only such as may be made twice. */
final class PatientCalls {

  private static final Duration TRY_AGAIN = Duration.ofMillis(300);
  private static final int MOST_TRIES = 60;

  private PatientCalls() {}

  /** Completes with the first answer that is none of a server's troubles, or with the last. */
  static CompletableFuture<RestReply> send(
      DispatchClient client, RestClient service, RestCall call) {
    var answer = new CompletableFuture<RestReply>();
    attempt(client, service, call, 1, answer);
    return answer;
  }

  private static void attempt(
      DispatchClient client,
      RestClient service,
      RestCall call,
      int attempt,
      CompletableFuture<RestReply> answer) {
    service
        .send(call)
        .whenComplete((reply, lost) -> {
          if (lost == null && reply.status() < 500) {
            answer.complete(reply);
          } else if (attempt < MOST_TRIES) {
            client.runAfter(TRY_AGAIN, () -> attempt(client, service, call, attempt + 1, answer));
          } else if (lost == null) {
            answer.complete(reply);
          } else {
            answer.completeExceptionally(lost);
          }
        });
  }
}
