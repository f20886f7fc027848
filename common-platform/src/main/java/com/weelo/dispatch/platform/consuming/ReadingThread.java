package com.weelo.dispatch.platform.consuming;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.Lifecycle;

/** Reads from Kafka for as long as the service runs, whatever becomes of Kafka. */
final class ReadingThread implements Lifecycle {

  private static final Logger log = LoggerFactory.getLogger(ReadingThread.class);

  private static final Duration RESTART_AFTER = Duration.ofSeconds(1);

  /** More than any reading needs to leave its partitions. */
  private static final Duration PATIENCE = Duration.ofSeconds(18);

  /** What is done on the thread, from the beginning each time. */
  @FunctionalInterface
  interface Reading {

    /** Connects to Kafka, and reads until it is not wanted any more. */
    void run(BooleanSupplier wanted);
  }

  private final String name;
  private final Reading reading;

  private CountDownLatch stopping = new CountDownLatch(0);
  private @Nullable Thread thread;

  ReadingThread(String name, Reading reading) {
    this.name = name;
    this.reading = reading;
  }

  @Override
  public synchronized void start() {
    var stop = new CountDownLatch(1);
    stopping = stop;
    thread = Thread.ofPlatform().name(name).start(() -> keepReading(stop));
  }

  private void keepReading(CountDownLatch stop) {
    try {
      do {
        read(() -> stop.getCount() > 0);
      } while (!stop.await(RESTART_AFTER.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void read(BooleanSupplier wanted) {
    try {
      reading.run(wanted);
    } catch (KafkaException e) {
      log.warn("{} lost Kafka and starts anew: {}", name, e.toString());
    } catch (RuntimeException e) {
      // A mistake of ours, but to stop reading for good would be a worse one.
      log.error("{} failed and starts anew", name, e);
    }
  }

  @Override
  public synchronized void stop() {
    stopping.countDown();
    var current = thread;
    if (current != null) {
      try {
        current.join(PATIENCE);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return stopping.getCount() > 0;
  }
}
