package com.weelo.dispatch.analytics.testing;

import static org.awaitility.Awaitility.await;

import com.weelo.dispatch.analytics.rollups.Recomputation;
import com.weelo.dispatch.events.DomainEvent;
import com.weelo.dispatch.events.EventEnvelope;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the worker's tables hold. */
public final class AnalyticsTables {

  private static final List<String> TABLES =
      List.of(
          "facts",
          "offers",
          "journeys",
          "trips",
          "order_lines",
          "event_minutes",
          "demand_minutes",
          "transporter_hours",
          "acceptance_bins");

  private final JdbcTemplate jdbc;

  public AnalyticsTables(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** Waits until all these events are facts. */
  public void awaitFactsOf(Collection<EventEnvelope<DomainEvent>> events) {
    var ids = events.stream().map(EventEnvelope::eventId).collect(Collectors.toSet());
    await().until(() -> factIds().containsAll(ids));
  }

  public Set<UUID> factIds() {
    return Set.copyOf(jdbc.queryForList("SELECT event_id FROM facts", UUID.class));
  }

  public long facts() {
    return Objects.requireNonNull(jdbc.queryForObject("SELECT count(*) FROM facts", Long.class));
  }

  /** As {@link Recomputation} finds them. */
  public Map<String, Long> differencesFromRecomputation() {
    return Objects.requireNonNull(
        jdbc.execute((ConnectionCallback<Map<String, Long>>) Recomputation::differences));
  }

  /** A digest of each table's rows: the same rows in any order have the same one. */
  public Map<String, String> digests() {
    var digests = new TreeMap<String, String>();
    for (var table : TABLES) {
      digests.put(
          table,
          jdbc.queryForObject(
              "SELECT count(*) || ':' || md5(coalesce(string_agg(t::text, '|' ORDER BY t::text), ''))"
                  + " FROM "
                  + table
                  + " AS t",
              String.class));
    }
    return digests;
  }

  /** As if nothing had ever been read. */
  public void forgetEverything() {
    jdbc.execute("TRUNCATE consumed_offsets, " + String.join(", ", TABLES));
  }

  /** The next offset of each partition that holds facts and was read. */
  public Map<TopicPartition, Long> howFar() {
    var next = new HashMap<TopicPartition, Long>();
    jdbc.query(
        """
        SELECT topic, partition, next_offset FROM consumed_offsets
        WHERE subscription LIKE 'analytics-worker.facts%' AND next_offset > 0
        """,
        row -> {
          next.put(new TopicPartition(row.getString(1), row.getInt(2)), row.getLong(3));
        });
    return next;
  }

  /** As if Kafka had to hand out everything once more. */
  public void forgetHowFar() {
    jdbc.execute("TRUNCATE consumed_offsets");
  }
}
