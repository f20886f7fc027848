package com.weelo.dispatch.system;

import com.weelo.dispatch.suite.client.DispatchClient;
import com.weelo.dispatch.suite.client.RestCall;
import com.weelo.dispatch.suite.client.RestClient;
import com.weelo.dispatch.suite.client.RestReply;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;

/** Calls as a good app does: where nothing certain came back it calls again, until it knows. */
final class Insistence {

  private static final Duration PAUSE = Duration.ofMillis(500);

  private final DispatchClient client;
  private final AtomicInteger open = new AtomicInteger();

  Insistence(DispatchClient client) {
    this.client = client;
  }

  /**
   * @param answered told the first answer that is final, on the client's thread
   */
  void send(
      Function<DispatchClient, RestClient> service, RestCall call, Consumer<RestReply> answered) {
    open.incrementAndGet();
    attempt(service.apply(client), call, answered);
  }

  /** Calls whose outcome is not known yet. */
  int open() {
    return open.get();
  }

  private void attempt(RestClient service, RestCall call, Consumer<RestReply> answered) {
    service
        .send(call)
        .whenComplete((reply, lost) -> {
          if (lost == null && isFinal(reply)) {
            open.decrementAndGet();
            answered.accept(reply);
          } else {
            client.runAfter(PAUSE, () -> attempt(service, call, answered));
          }
        });
  }

  private static boolean isFinal(RestReply reply) {
    return reply.status() < 500 && reply.status() != 429;
  }
}
