package com.weelo.dispatch.suite.verify;

import com.weelo.dispatch.suite.SuiteDatabases;
import com.weelo.dispatch.suite.SuitePorts;
import com.weelo.dispatch.suite.SuiteService;
import com.weelo.dispatch.suite.verify.Rewinding.Again;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * How far a worker that reads in batches has come: its own database says so, whatever Kafka
 * remembers. Nothing for one that reads event by event.
 */
final class KeptOffsets {

  private final Optional<JdbcTemplate> database;
  private final String group;

  KeptOffsets(SuitePorts ports, String group) {
    this.group = group;
    this.database =
        SuiteService.ofModule(group.split("\\.", 2)[0])
            .flatMap(SuiteService::database)
            .map(name ->
                new JdbcTemplate(
                    new DriverManagerDataSource(
                        SuiteDatabases.url(name, ports),
                        SuiteDatabases.USER,
                        SuiteDatabases.PASSWORD)));
  }

  /** Where it goes on in each of the topic's partitions that it has read. */
  Map<TopicPartition, Long> of(String topic) {
    var next = new HashMap<TopicPartition, Long>();
    database.ifPresent(jdbc ->
        jdbc.query(
            """
            SELECT partition, next_offset FROM consumed_offsets
            WHERE subscription = ? AND topic = ?
            """,
            row -> {
              next.put(new TopicPartition(topic, row.getInt(1)), row.getLong(2));
            },
            group,
            topic));
    return next;
  }

  void goBackTo(String topic, List<Again> again) {
    database.ifPresent(jdbc ->
        jdbc.batchUpdate(
            """
            UPDATE consumed_offsets SET next_offset = least(next_offset, ?)
            WHERE subscription = ? AND topic = ? AND partition = ?
            """,
            again.stream()
                .map(one -> new Object[] {one.from(), group, topic, one.partition()})
                .toList()));
  }
}
