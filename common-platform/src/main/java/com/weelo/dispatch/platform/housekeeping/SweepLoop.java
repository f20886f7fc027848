package com.weelo.dispatch.platform.housekeeping;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Looks for what is due at an interval, or as soon as it is woken, on a thread of its own. Several
 * instances of a service may do so at once; what one is busy with is left to it by the sweep
 * itself.
 */
public class SweepLoop implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(SweepLoop.class);

  private final String name;
  private final Runnable sweep;
  private final Duration interval;
  private final Semaphore wakeUps = new Semaphore(0);
  private volatile boolean running;
  private volatile @Nullable Thread thread;

  /**
   * @param name of its thread
   * @param sweep is run again after the interval, also when it failed
   */
  public SweepLoop(String name, Runnable sweep, Duration interval) {
    this.name = name;
    this.sweep = sweep;
    this.interval = interval;
  }

  /** Something is due now. */
  public void wake() {
    wakeUps.release();
  }

  @Override
  public void start() {
    running = true; // before the thread looks
    thread = Thread.ofPlatform().name(name).start(this::sweepUntilStopped);
  }

  private void sweepUntilStopped() {
    try {
      while (running) {
        sweep();
        if (wakeUps.tryAcquire(interval.toNanos(), TimeUnit.NANOSECONDS)) {
          wakeUps.drainPermits();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void sweep() {
    try {
      sweep.run();
    } catch (RuntimeException e) {
      log.warn("The sweep failed and is tried again: {}", e.toString());
    }
  }

  /** Waits for the sweep at hand: it is short. */
  @Override
  public void stop() {
    running = false;
    var sweeping = thread;
    if (sweeping != null) {
      wake();
      try {
        sweeping.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
