package com.weelo.dispatch.platform.publishing;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.KafkaAdmin;

/**
 * Creates the contract's topics that do not exist yet, and their dead-letter topics. Runs in the
 * background and tries until Kafka answers: a service starts and works without Kafka.
 */
final class TopicCreation implements SmartLifecycle {

  /** Before the subscriptions, so that they usually find their topics. */
  static final int PHASE = DEFAULT_PHASE - 2_000;

  private static final Logger log = LoggerFactory.getLogger(TopicCreation.class);
  private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

  private final KafkaAdmin admin;
  private final TopicProperties properties;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private volatile boolean running;

  TopicCreation(KafkaAdmin admin, TopicProperties properties) {
    this.admin = admin;
    this.properties = properties;
  }

  @Override
  public void start() {
    running = true;
    Thread.ofVirtual().name("topic-creation").start(this::createUntilDone);
  }

  private void createUntilDone() {
    try {
      while (!created() && !stopped.await(RETRY_AFTER.toMillis(), TimeUnit.MILLISECONDS)) {
        log.info("Trying again to create the topics");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean created() {
    try {
      admin.createOrModifyTopics(properties.all());
      return true;
    } catch (RuntimeException e) {
      log.warn("Topics not created yet, Kafka does not answer: {}", e.getMessage());
      return false;
    }
  }

  @Override
  public void stop() {
    running = false;
    stopped.countDown();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return PHASE;
  }
}
