package com.weelo.dispatch.order.waves;

import com.weelo.dispatch.order.orders.OrderTimes;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Sweeps at its interval, or as soon as it is woken, on a thread of its own. */
@Component
class Sweeper implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(Sweeper.class);

  private final Sweep sweep;
  private final OrderTimes times;
  private final Semaphore wakeUps = new Semaphore(0);
  private volatile boolean running;
  private volatile @Nullable Thread thread;

  Sweeper(Sweep sweep, OrderTimes times) {
    this.sweep = sweep;
    this.times = times;
  }

  /** Something is due now. */
  void wake() {
    wakeUps.release();
  }

  @Override
  public void start() {
    running = true; // before the thread looks
    thread = Thread.ofPlatform().name("order-sweeper").start(this::sweepUntilStopped);
  }

  private void sweepUntilStopped() {
    try {
      while (running) {
        sweep();
        if (wakeUps.tryAcquire(times.sweepInterval().toNanos(), TimeUnit.NANOSECONDS)) {
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
