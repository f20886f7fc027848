package com.weelo.dispatch.system;

import com.weelo.dispatch.suite.client.DispatchClient;
import com.weelo.dispatch.suite.client.RestCall;
import com.weelo.dispatch.suite.client.RestClient;
import com.weelo.dispatch.suite.client.RestReply;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Calls of all users, spread over the instances of order-service. Whoever got no certain answer
 * calls again, the next time another instance, until it knows.
 */
final class OrderCalls {

  private static final int CONNECTIONS = 32;
  private static final int MANY = 30;
  private static final Duration PAUSE = Duration.ofMillis(200);

  private final DispatchClient client;
  private final List<RestClient> instances;
  private final AtomicInteger next = new AtomicInteger();
  private final AtomicInteger open = new AtomicInteger();
  private final AtomicInteger unanswered = new AtomicInteger();
  private final Tally answers = new Tally();
  private final List<String> complaints = new CopyOnWriteArrayList<>();

  OrderCalls(DispatchClient client, List<Integer> ports) {
    this.client = client;
    this.instances = ports.stream().map(port -> client.at(port, CONNECTIONS)).toList();
  }

  /**
   * The first answer that is final.
   *
   * @param expected what may be answered: a status, or a status and a problem's code
   */
  CompletableFuture<RestReply> send(RestCall call, Set<String> expected) {
    var answer = new CompletableFuture<RestReply>();
    open.incrementAndGet();
    unanswered.incrementAndGet();
    attempt(call, answer, next.getAndIncrement(), 1);
    return answer.whenComplete((reply, never) -> {
      unanswered.decrementAndGet();
      check(call, reply, expected);
      open.decrementAndGet();
    });
  }

  /**
   * The same.
   *
   * @param answered told the answer, on the client's thread
   */
  void send(RestCall call, Set<String> expected, Consumer<RestReply> answered) {
    open.incrementAndGet();
    send(call, expected)
        .thenAccept(answered)
        .whenComplete((done, failure) -> {
          open.decrementAndGet();
          if (failure != null) {
            complaints.add(call.path() + " was answered with what fails a client: " + failure);
          }
        });
  }

  private void attempt(
      RestCall call, CompletableFuture<RestReply> answer, int instance, int attempt) {
    instances
        .get(Math.floorMod(instance, instances.size()))
        .send(call)
        .whenComplete((reply, lost) -> {
          if (isFinal(reply)) {
            answer.complete(reply);
          } else {
            answers.add(reply == null ? "no answer" : outcome(reply));
            // At once where there is another instance that was not asked yet.
            client.runAfter(
                attempt < instances.size() ? Duration.ZERO : PAUSE,
                () -> attempt(call, answer, instance + 1, attempt + 1));
          }
        });
  }

  /** Nobody knows what became of a call that a broken server answered; but it must not break. */
  private static boolean isFinal(@Nullable RestReply reply) {
    return reply != null && reply.status() != 503 && reply.status() != 429;
  }

  private void check(RestCall call, RestReply reply, Set<String> expected) {
    var outcome = outcome(reply);
    if (!reply.isSuccess()) {
      answers.add(outcome);
    }
    if (!expected.contains(outcome)) {
      complaints.add("%s %s was answered with %s".formatted(call.method(), call.path(), outcome));
    }
  }

  private static String outcome(RestReply reply) {
    return (reply.status() + " " + reply.problemCode()).strip();
  }

  /** Runs the task on the client's thread, so much later. */
  void later(Duration delay, Runnable task) {
    open.incrementAndGet();
    client.runAfter(
        delay,
        () -> {
          try {
            task.run();
          } catch (RuntimeException e) {
            complaints.add("what was to be done later failed: " + e);
          }
          open.decrementAndGet();
        });
  }

  /** Calls whose outcome is not known yet, and what is to be done later. */
  int open() {
    return open.get();
  }

  /** Whether the services can not keep up: who calls more now does not race, but queue. */
  boolean areQueueing() {
    return unanswered.get() > MANY;
  }

  /** What was answered that is no success, and how often. */
  Tally answers() {
    return answers;
  }

  /** Answers that should not have been. */
  List<String> complaints() {
    return complaints;
  }
}
