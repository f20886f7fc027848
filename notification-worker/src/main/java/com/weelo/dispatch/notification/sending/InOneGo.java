package com.weelo.dispatch.notification.sending;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Has done in one go what many ask for at about the same time: a transaction costs the same for one
 * row as for a hundred. Nobody waits for others to come: what comes while one go is under way makes
 * up the next.
 */
final class InOneGo<I, O> implements AutoCloseable {

  private static final long LOOK_UP_MILLIS = 100;

  private record Asked<I, O>(I item, CompletableFuture<O> answer) {}

  private final Function<List<I>, List<O>> work;
  private final int most;
  private final BlockingQueue<Asked<I, O>> queue = new LinkedBlockingQueue<>();
  private final List<Thread> workers = new ArrayList<>();
  private volatile boolean closed;

  /**
   * @param workers how many goes may be under way at once
   * @param most what one go may do
   * @param work answers each item, in their order; run by several threads
   */
  InOneGo(String name, int workers, int most, Function<List<I>, List<O>> work) {
    this.work = work;
    this.most = most;
    for (var i = 1; i <= workers; i++) {
      this.workers.add(Thread.ofPlatform().daemon().name(name + "-" + i).start(this::workOn));
    }
  }

  /**
   * Waits until it is done.
   *
   * @throws RuntimeException what the work threw
   */
  O ask(I item) {
    var asked = new Asked<I, O>(item, new CompletableFuture<>());
    queue.add(asked);
    if (closed) {
      asked.answer.completeExceptionally(new IllegalStateException("closed"));
    }
    try {
      return asked.answer.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException failure ? failure : e;
    }
  }

  /** How many wait for the next go. */
  int waiting() {
    return queue.size();
  }

  private void workOn() {
    var go = new ArrayList<Asked<I, O>>();
    while (!closed || !queue.isEmpty()) {
      go.clear();
      var first = next();
      if (first != null) {
        go.add(first);
        queue.drainTo(go, most - 1);
        run(go);
      }
    }
  }

  private @Nullable Asked<I, O> next() {
    try {
      return queue.poll(LOOK_UP_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      return null; // there is only one way to end it
    }
  }

  private void run(List<Asked<I, O>> go) {
    try {
      var answers = work.apply(go.stream().map(Asked::item).toList());
      for (var i = 0; i < go.size(); i++) {
        go.get(i).answer.complete(answers.get(i));
      }
    } catch (RuntimeException | Error failure) {
      if (go.size() == 1 || isNobodysFault(failure)) {
        go.forEach(one -> one.answer.completeExceptionally(failure));
      } else {
        go.forEach(one -> run(List.of(one))); // one bad item must not cost the others
      }
    }
  }

  /** The database is away or busy: it would not serve them one by one either. */
  private static boolean isNobodysFault(Throwable failure) {
    return failure instanceof TransientDataAccessException
        || failure instanceof RecoverableDataAccessException
        || failure instanceof NonTransientDataAccessResourceException
        || failure instanceof TransactionException;
  }

  /** What was asked for is done first. */
  @Override
  public void close() {
    closed = true;
    for (var worker : workers) {
      try {
        worker.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }
}
