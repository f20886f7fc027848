package com.weelo.dispatch.platform.consuming;

import java.time.Duration;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;

/**
 * Has Kafka keep back what a consumer asks for until there is much of it: one answer costs both
 * sides as much as another, whether it brings one event or a thousand.
 */
final class Gathering {

  /** So much is not kept back: whoever reads what has piled up reads on at once. */
  private static final int ENOUGH_BYTES = 256 * 1024;

  private Gathering() {}

  /**
   * Of a consumer whose events may be kept back for that long; of zero, nothing.
   *
   * <p>Where nothing comes it asks as often, and a consumer that is closed waits for the answer to
   * what it asked last.
   */
  static Properties settings(Duration time) {
    var settings = new Properties();
    if (!time.isZero()) {
      settings.put(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, Integer.toString(ENOUGH_BYTES));
      settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, Long.toString(time.toMillis()));
    }
    return settings;
  }
}
