package com.weelo.dispatch.broadcast;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Does small things over and over, each in its own time and whatever becomes of the others. */
final class Ticker implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(Ticker.class);

  private final List<Task> tasks = new ArrayList<>();
  private @Nullable ScheduledExecutorService executor;

  private record Task(Duration every, String name, Runnable work) {

    void run() {
      try {
        work.run();
      } catch (RuntimeException e) {
        log.warn("{} failed and is tried again", name, e);
      }
    }
  }

  Ticker every(Duration pause, String name, Runnable work) {
    tasks.add(new Task(pause, name, work));
    return this;
  }

  @Override
  public void start() {
    var threads = Thread.ofVirtual().name("ticker-", 0).factory();
    var started = Executors.newScheduledThreadPool(tasks.size(), threads);
    for (var task : tasks) {
      var _ =
          started.scheduleWithFixedDelay(
              task::run, 0, task.every().toMillis(), TimeUnit.MILLISECONDS);
    }
    executor = started;
  }

  @Override
  public void stop() {
    if (executor != null) {
      executor.shutdownNow();
      executor = null;
    }
  }

  @Override
  public boolean isRunning() {
    return executor != null;
  }

  /** Before the subscriptions and the server, which need what is done here. */
  @Override
  public int getPhase() {
    return DEFAULT_PHASE - 1_000;
  }
}
