package com.weelo.dispatch.platform.outbox;

import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.JdbcTemplate;

/** Looks for the slot at the moment when the first part of a service starts. */
final class SlotAtStart implements SmartLifecycle {

  private final JdbcTemplate jdbc;
  private volatile boolean started;
  private volatile boolean found;

  SlotAtStart(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  boolean found() {
    return found;
  }

  @Override
  public int getPhase() {
    return Integer.MIN_VALUE;
  }

  @Override
  public void start() {
    started = true;
    found =
        Boolean.TRUE.equals(
            jdbc.queryForObject(
                """
                SELECT EXISTS (
                  SELECT FROM pg_replication_slots WHERE database = current_database())
                """,
                Boolean.class));
  }

  @Override
  public void stop() {
    started = false;
  }

  @Override
  public boolean isRunning() {
    return started;
  }
}
