package com.weelo.dispatch.platform.consuming;

import com.weelo.dispatch.events.BookingEvent;
import com.weelo.dispatch.events.EventEnvelope;
import com.weelo.dispatch.events.LocationEvent;
import com.weelo.dispatch.events.PaymentEvent;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.jdbc.core.JdbcTemplate;

/** Handlers that write a row for each event, and fail as they are told to. */
class Effects {

  private final JdbcTemplate jdbc;
  private final Map<String, RuntimeException> failing = new ConcurrentHashMap<>();
  private final Map<String, Integer> attempts = new ConcurrentHashMap<>();

  Effects(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
    jdbc.execute(
        "CREATE TABLE IF NOT EXISTS effects (at bigserial PRIMARY KEY, key text, kind text)");
  }

  void fail(String key, RuntimeException with) {
    failing.put(key, with);
  }

  void work(String key) {
    failing.remove(key);
  }

  int attempts(String key) {
    return attempts.getOrDefault(key, 0);
  }

  /** Keys in the order in which they took effect. */
  List<String> keys(String kind) {
    return jdbc.query(
        "SELECT key FROM effects WHERE kind = ? ORDER BY at", (row, i) -> row.getString(1), kind);
  }

  /** As a restore of the database from an old copy does. */
  void forgetHowFar(String subscription) {
    jdbc.update("UPDATE consumed_offsets SET next_offset = 0 WHERE subscription = ?", subscription);
  }

  /** Whether it is known that the event was handled. */
  boolean isNoted(UUID event) {
    return !jdbc.queryForList("SELECT 1 FROM processed_events WHERE event_id = ?", event).isEmpty();
  }

  void single(EventEnvelope<PaymentEvent> event) {
    write(event.key(), "single");
  }

  void batch(List<Received<BookingEvent.Completed>> batch) {
    batch.forEach(received -> write(received.event().key(), "batch"));
  }

  void records(List<ConsumerRecord<String, byte[]>> batch) {
    batch.forEach(record -> write(record.key(), "record"));
  }

  void watched(EventEnvelope<LocationEvent> event) {
    note(event.key(), "watched");
  }

  void fleeting(EventEnvelope<LocationEvent> event) {
    write(event.key(), "fleeting");
  }

  private void write(String key, String kind) {
    attempts.merge(key, 1, Integer::sum);
    note(key, kind);
    var failure = failing.get(key);
    if (failure != null) {
      throw failure; // after the row: it must go with its transaction
    }
  }

  private void note(String key, String kind) {
    jdbc.update("INSERT INTO effects (key, kind) VALUES (?, ?)", key, kind);
  }
}
