package com.weelo.dispatch.testing;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Does the same many times at the same instant. */
public final class Together {

  private Together() {}

  public static <T> List<T> all(int times, IntFunction<T> action) {
    var start = new CyclicBarrier(times);
    try (var threads = Executors.newFixedThreadPool(times)) {
      return threads
          .invokeAll(
              IntStream.range(0, times)
                  .<Callable<T>>mapToObj(n ->
                      () -> {
                        start.await();
                        return action.apply(n);
                      })
                  .toList())
          .stream()
          .map(Together::result)
          .toList();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static <T> T result(Future<T> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }
}
