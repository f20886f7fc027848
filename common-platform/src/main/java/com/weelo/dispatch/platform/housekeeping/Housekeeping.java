package com.weelo.dispatch.platform.housekeeping;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Does all chores, the first time before the service takes any work. */
final class Housekeeping implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(Housekeeping.class);
  private static final Duration EVERY = Duration.ofHours(1);

  private final List<Chore> chores;
  private @Nullable ScheduledExecutorService scheduler;

  Housekeeping(List<Chore> chores) {
    this.chores = chores;
  }

  @Override
  public void start() {
    doAll();
    scheduler =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("housekeeping").factory());
    var unused =
        scheduler.scheduleWithFixedDelay(
            this::doAll, EVERY.toSeconds(), EVERY.toSeconds(), TimeUnit.SECONDS);
  }

  private void doAll() {
    for (var chore : chores) {
      try {
        chore.work().run();
      } catch (RuntimeException e) {
        log.warn("{} failed and is tried again in an hour", chore.name(), e);
      }
    }
  }

  @Override
  public void stop() {
    if (scheduler != null) {
      scheduler.shutdownNow();
      scheduler = null;
    }
  }

  @Override
  public boolean isRunning() {
    return scheduler != null;
  }

  /** Before everything else that starts with the service. */
  @Override
  public int getPhase() {
    return Integer.MIN_VALUE + 1_000;
  }
}
