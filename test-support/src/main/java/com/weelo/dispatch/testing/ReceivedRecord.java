package com.weelo.dispatch.testing;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * A record as a {@link KafkaProbe} found it.
 *
 * @param key null where the record has none
 * @param value as UTF-8; null for a tombstone
 * @param headers as UTF-8; of several with the same name the last
 */
public record ReceivedRecord(
    String topic,
    int partition,
    long offset,
    @Nullable String key,
    @Nullable String value,
    Map<String, String> headers) {

  static ReceivedRecord of(ConsumerRecord<String, String> found) {
    Map<String, String> headers = new HashMap<>();
    for (Header header : found.headers()) {
      headers.put(header.key(), text(header.value()));
    }
    return new ReceivedRecord(
        found.topic(),
        found.partition(),
        found.offset(),
        found.key(),
        found.value(),
        Map.copyOf(headers));
  }

  private static String text(byte @Nullable [] value) {
    return value == null ? "" : new String(value, StandardCharsets.UTF_8);
  }
}
