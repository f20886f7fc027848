package com.weelo.dispatch.platform.stopping;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.Ordered;

/**
 * The time between being asked to stop and beginning to: the service is no longer ready and says
 * so, and serves whoever has not heard of it yet.
 *
 * <p>Not a {@code SmartLifecycle}: whatever has the same phase would be stopped beside it. This
 * event comes before anything is stopped, and holds the closing up for as long as it is handled.
 */
final class Draining implements ApplicationListener<ContextClosedEvent>, Ordered {

  private static final Logger log = LoggerFactory.getLogger(Draining.class);

  private final ApplicationContext service;
  private final Duration drain;
  private final List<Runnable> atHalfTime = new CopyOnWriteArrayList<>();
  private volatile boolean begun;

  Draining(ApplicationContext service, Duration drain) {
    this.service = service;
    this.drain = drain;
  }

  /** Whether who is served should look for another instance. */
  boolean isBegun() {
    return begun;
  }

  /** How long it lasts. */
  Duration lasts() {
    return drain;
  }

  /** Has something done when half of it is over. */
  void atHalfTime(Runnable action) {
    atHalfTime.add(action);
  }

  @Override
  public void onApplicationEvent(ContextClosedEvent closed) {
    if (closed.getApplicationContext() != service) {
      return; // of a child context
    }
    begun = true;
    AvailabilityChangeEvent.publish(service, ReadinessState.REFUSING_TRAFFIC);
    if (drain.isPositive()) {
      log.info("Asked to stop; serving for another {} ms", drain.toMillis());
      await();
    }
  }

  private void await() {
    try {
      var half = drain.dividedBy(2);
      Thread.sleep(half);
      atHalfTime.forEach(Runnable::run);
      Thread.sleep(drain.minus(half));
    } catch (InterruptedException inAHurry) {
      log.info("No longer serving"); // the rest is stopped in order all the same
    }
  }

  /** Before whoever else hears of the end. */
  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE;
  }
}
