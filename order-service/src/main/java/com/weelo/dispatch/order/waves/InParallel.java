package com.weelo.dispatch.order.waves;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Asks several questions at once. */
final class InParallel {

  private InParallel() {}

  /**
   * The answers, in the order of the questions.
   *
   * @throws RuntimeException of one that failed
   */
  static <Q, A> List<A> map(List<Q> questions, Function<Q, A> answer) {
    if (questions.size() == 1) {
      return List.of(answer.apply(questions.getFirst()));
    }
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      return threads
          .invokeAll(
              questions.stream()
                  .<Callable<A>>map(question -> () -> answer.apply(question))
                  .toList())
          .stream()
          .map(InParallel::result)
          .toList();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for answers", e);
    }
  }

  private static <A> A result(Future<A> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for an answer", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException failure
          ? failure
          : new IllegalStateException(e.getCause());
    }
  }
}
