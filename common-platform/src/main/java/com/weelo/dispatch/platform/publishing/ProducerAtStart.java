package com.weelo.dispatch.platform.publishing;

import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.kafka.core.ProducerFactory;

/**
 * Makes the producer before the service is ready: else the first request that sends something would
 * wait for it to find Kafka, and so would all that come meanwhile.
 */
final class ProducerAtStart implements ApplicationRunner {

  private static final Logger log = LoggerFactory.getLogger(ProducerAtStart.class);

  private final ProducerFactory<String, byte[]> kafka;

  ProducerAtStart(ProducerFactory<String, byte[]> kafka) {
    this.kafka = kafka;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    try {
      kafka.createProducer().close(); // everybody's: it stays open, and connects by itself
    } catch (KafkaException e) {
      log.info("No producer yet, it is made when it is needed: {}", e.toString());
    }
  }
}
