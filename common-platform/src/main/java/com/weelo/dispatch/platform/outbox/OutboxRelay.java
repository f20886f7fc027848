package com.weelo.dispatch.platform.outbox;

import java.sql.SQLException;

/**
 * Carries the outbox to Kafka, from where it left off, until it is closed or fails. Of all
 * instances of a service only one relays at a time.
 */
interface OutboxRelay extends AutoCloseable {

  /**
   * Relays until closed.
   *
   * @throws Standby while another instance relays
   * @throws SQLException when the database is lost; the caller starts anew
   */
  void run() throws SQLException, InterruptedException;

  @Override
  void close();

  /** Another instance relays at present. */
  final class Standby extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Standby() {
      super("another instance relays");
    }
  }
}
