package com.weelo.dispatch.audit.verifying;

import com.weelo.dispatch.audit.sealing.SealedHead;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * A scope in terms of seals.
 *
 * @param after the last seal before it, with which it begins; 0 for the beginning
 * @param upTo the first seal after it, with which it ends
 * @param toTheEnd whether it ends with the record itself
 * @param begin the heads that it begins with, by topic and partition
 * @param end the heads that it ends with; empty where it ends with the record
 */
record SealRange(
    long after,
    long upTo,
    boolean toTheEnd,
    Map<String, SealedHead> begin,
    Map<String, SealedHead> end) {

  static SealRange of(Scope scope, JdbcOperations jdbc, SealedHeads heads) {
    var after = number(jdbc, "SELECT max(number) FROM seals WHERE sealed_at <= ?", scope.from());
    var until = number(jdbc, "SELECT min(number) FROM seals WHERE sealed_at >= ?", scope.to());
    return new SealRange(
        after == null ? 0 : after,
        until == null ? Long.MAX_VALUE : until,
        until == null,
        after == null ? Map.of() : byPartition(heads.asSeenBy(after)),
        until == null ? Map.of() : byPartition(heads.asSeenBy(until)));
  }

  private static @Nullable Long number(JdbcOperations jdbc, String query, @Nullable Instant at) {
    return at == null ? null : jdbc.queryForObject(query, Long.class, at.atOffset(ZoneOffset.UTC));
  }

  private static Map<String, SealedHead> byPartition(List<SealedHead> heads) {
    return heads.stream()
        .collect(
            Collectors.toMap(
                head -> partition(head.topic(), head.partition()), Function.identity()));
  }

  static String partition(String topic, int partition) {
    return topic + "-" + partition;
  }
}
