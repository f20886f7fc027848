package com.weelo.dispatch.platform.outbox;

import java.sql.SQLException;

/**
 * Carries the outbox to Kafka, from where it left off, until it is closed or fails. Of all
 * instances of a service only one relays at a time.
 */
interface OutboxRelay extends AutoCloseable {

  /**
   * Relays until it is finished or closed.
   *
   * @throws SQLException when the database is lost; the caller starts anew
   */
  void run() throws SQLException, InterruptedException;

  /** Has {@link #run} end once what it has read is in Kafka and is remembered to be. */
  void finish();

  /** Ends it whatever it is at; what Kafka was sent and is not remembered is sent again. */
  @Override
  void close();

  /** Where a relay comes from. */
  @FunctionalInterface
  interface Source {

    /**
     * Opens one, of whose outbox no other instance can from then on.
     *
     * @throws Standby while another instance relays; nothing stays open then
     * @throws SQLException when the database can not be reached
     */
    OutboxRelay open() throws SQLException;
  }

  /** Another instance relays at present. */
  final class Standby extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Standby() {
      super("another instance relays");
    }
  }
}
