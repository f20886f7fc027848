package com.weelo.dispatch.platform.housekeeping;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** The chores of the platform's own tables, and of whatever else a service declares. */
@AutoConfiguration(after = JdbcTemplateAutoConfiguration.class)
public class HousekeepingAutoConfiguration {

  @Bean
  Housekeeping housekeeping(ObjectProvider<Chore> chores) {
    return new Housekeeping(chores.orderedStream().toList());
  }

  /** Only for services with a database; apart, so that others need no JDBC. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(JdbcTemplate.class)
  @ConditionalOnBean(JdbcTemplate.class)
  static class PlatformTables {

    /**
     * Longer than any topic keeps its events, so that none can come back after its note is gone.
     */
    private static final Duration PROCESSED_EVENTS = Duration.ofDays(8);

    private static final Duration IDEMPOTENT_REQUESTS = Duration.ofDays(1);

    @Bean
    Chore forgetProcessedEvents(JdbcTemplate jdbc, Clock clock) {
      return new Chore(
          "Forgetting processed events",
          () ->
              jdbc.update(
                  "DELETE FROM processed_events WHERE processed_at < ?",
                  before(clock, PROCESSED_EVENTS).atOffset(ZoneOffset.UTC)));
    }

    @Bean
    Chore forgetIdempotentRequests(JdbcTemplate jdbc, Clock clock) {
      return new Chore(
          "Forgetting idempotent requests",
          () ->
              jdbc.update(
                  "DELETE FROM idempotent_requests WHERE created_at < ?",
                  before(clock, IDEMPOTENT_REQUESTS).atOffset(ZoneOffset.UTC)));
    }

    private static Instant before(Clock clock, Duration age) {
      return clock.instant().minus(age);
    }
  }
}
