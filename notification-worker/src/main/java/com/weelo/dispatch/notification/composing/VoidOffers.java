package com.weelo.dispatch.notification.composing;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Jobs whose offers are void, whether they were sent yet or not. */
@Repository
public class VoidOffers {

  private final JdbcClient jdbc;
  private final Clock clock;

  VoidOffers(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** The offers that were made before the job's change of that version are. */
  void add(String job, long version) {
    jdbc.sql(
            """
            INSERT INTO void_offers AS v (job_key, version, voided_at)
            VALUES (:job, :version, :now)
            ON CONFLICT (job_key) DO UPDATE
            SET version = greatest(v.version, excluded.version), voided_at = excluded.voided_at
            """)
        .param("job", job)
        .param("version", version)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  /** Drops those whose offers are long gone. */
  public void forgetBefore(Instant instant) {
    jdbc.sql("DELETE FROM void_offers WHERE voided_at < :before")
        .param("before", instant.atOffset(ZoneOffset.UTC))
        .update();
  }
}
