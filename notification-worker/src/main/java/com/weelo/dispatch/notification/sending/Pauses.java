package com.weelo.dispatch.notification.sending;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * What nothing is sent to for the time being. Kept in the database, for it holds for all instances
 * and outlives them; each remembers what it last saw there.
 */
@Repository
class Pauses {

  private static final Logger log = LoggerFactory.getLogger(Pauses.class);

  /** By so little a pause is not made longer. */
  private static final Duration NOT_WORTH_IT = Duration.ofMillis(250);

  private final JdbcTemplate jdbc;
  private final Clock clock;
  private final Map<String, Instant> seen = new ConcurrentHashMap<>();

  Pauses(JdbcTemplate jdbc, Clock clock, MeterRegistry registry) {
    this.jdbc = jdbc;
    this.clock = clock;
    Gauge.builder("dispatch.notification.paused", this, Pauses::inForce)
        .description("Channels and platforms that are sent nothing, or one trial now and then")
        .register(registry);
  }

  /** Looks at what the others have found out. */
  void look() {
    var current =
        jdbc.query(
            "SELECT scope, until FROM sending_pauses",
            (row, number) -> new Pause(row.getString("scope"), Times.of(row, "until")));
    seen.keySet().removeIf(scope -> current.stream().noneMatch(p -> p.scope().equals(scope)));
    current.forEach(pause -> seen.put(pause.scope(), pause.until()));
  }

  /** A channel's pause is over by itself, a platform's only when a trial gets through. */
  private long inForce() {
    var now = clock.instant();
    return seen.entrySet().stream()
        .filter(pause -> pause.getKey().contains(":") || pause.getValue().isAfter(now))
        .count();
  }

  /** Null where there is none. It may lie in the past. */
  @Nullable Instant of(String scope) {
    return seen.get(scope);
  }

  /** Begins one, or makes one longer. */
  void begin(String scope, Duration length, String reason) {
    var until = clock.instant().plus(length);
    var known = seen.get(scope);
    if (known != null && until.isBefore(known.plus(NOT_WORTH_IT))) {
      return; // one of many that were under way when the first found out
    }
    jdbc.update(
        """
        INSERT INTO sending_pauses AS p (scope, until, reason) VALUES (?, ?, ?)
        ON CONFLICT (scope) DO UPDATE
        SET until = greatest(p.until, excluded.until), reason = excluded.reason
        """,
        scope,
        Times.at(until),
        reason);
    seen.merge(scope, until, (one, other) -> one.isAfter(other) ? one : other);
    log.warn("Nothing is sent to {} until {}: {}", scope, until, reason);
  }

  /**
   * Asks whether to be the one who tries, now that a circuit's time is over.
   *
   * @param patience until somebody else may try, where nothing is heard of this trial
   */
  boolean mayTry(String scope, Duration patience) {
    var now = clock.instant();
    var until = now.plus(patience);
    var ours =
        jdbc.update(
                "UPDATE sending_pauses SET until = ? WHERE scope = ? AND until <= ?",
                Times.at(until),
                scope,
                Times.at(now))
            == 1;
    if (ours) {
      seen.put(scope, until);
    }
    return ours;
  }

  /** It works again. */
  void end(String scope) {
    if (seen.remove(scope) != null) {
      jdbc.update("DELETE FROM sending_pauses WHERE scope = ?", scope);
      log.info("Sending to {} again", scope);
    }
  }
}
