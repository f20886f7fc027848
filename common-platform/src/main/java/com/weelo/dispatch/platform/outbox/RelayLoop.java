package com.weelo.dispatch.platform.outbox;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Keeps a relay running for as long as the service does, whatever becomes of the database. */
final class RelayLoop implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(RelayLoop.class);

  private static final Duration PATIENCE = Duration.ofSeconds(6);

  private final String name;
  private final OutboxRelay.Source relays;
  private final Duration retryAfter;
  private volatile @Nullable Thread thread;
  private volatile @Nullable OutboxRelay relay;
  private volatile CountDownLatch stopped = new CountDownLatch(0);
  private volatile boolean running;
  private boolean standingBy;

  RelayLoop(String name, OutboxRelay.Source relays, Duration retryAfter) {
    this.name = name;
    this.relays = relays;
    this.retryAfter = retryAfter;
  }

  @Override
  public void start() {
    running = true;
    stopped = new CountDownLatch(1); // a stopped loop may be started again
    thread = Thread.ofPlatform().name("outbox-relay-" + name).start(this::keepRelaying);
  }

  private void keepRelaying() {
    try {
      do {
        relayOnce();
      } while (!stopped.await(retryAfter.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void relayOnce() throws InterruptedException {
    try (var current = relays.open()) {
      relay = current;
      if (running) {
        standingBy = false;
        current.run();
      }
    } catch (OutboxRelay.Standby standby) {
      if (!standingBy) {
        log.info("Another instance relays this outbox; standing by");
      }
      standingBy = true;
    } catch (SQLException | RuntimeException e) {
      if (running) {
        log.warn("The outbox relay lost its connection and starts anew: {}", e.toString());
      }
    }
  }

  /** In an orderly way, where Kafka and the database answer. */
  @Override
  public void stop() {
    running = false;
    stopped.countDown();
    var current = relay;
    if (current != null) {
      current.finish();
    }
    if (!ends(PATIENCE) && current != null) {
      current.close();
      ends(PATIENCE);
    }
  }

  private boolean ends(Duration patience) {
    var worker = thread;
    try {
      return worker == null || worker.join(patience);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /**
   * Stopped after the subscriptions and after the last request, which ends at −1,024: it carries
   * their events. Started once topics are being made.
   */
  @Override
  public int getPhase() {
    return DEFAULT_PHASE - 1_500;
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
