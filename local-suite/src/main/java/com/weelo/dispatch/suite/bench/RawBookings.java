package com.weelo.dispatch.suite.bench;

import com.weelo.dispatch.events.EventIds;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** The limit of a booking: its two inserts by plain JDBC. */
final class RawBookings {

  private static final String BOOKING =
      """
      INSERT INTO bookings (id, customer_id, status, version, vehicle_type, pickup_latitude,
        pickup_longitude, pickup_address, dropoff_latitude, dropoff_longitude, price_amount,
        price_currency, created_at, expires_at, wave, next_wave_at, offered, offered_drivers,
        offered_before)
      VALUES (?, ?, 'searching', 1, 'PICKUP', 12.97, 77.59, 'Somewhere at sea', 13.02, 77.64, 50000,
        'INR', now(), now() + interval '60 s', 1, now() + interval '10 s', '{}', '{}', 0)
      """;

  private static final String OUTBOX =
      """
      INSERT INTO outbox (event_id, event_type, event_version, event_key, aggregate_version,
        correlation_id, envelope)
      VALUES (?, 'booking.created', '1.0', ?, 1, ?, ?)
      """;

  /** As long as the envelope of a booking that was offered to nobody. */
  private static final String ENVELOPE = "x".repeat(650);

  private RawBookings() {}

  /** As one connection does it, again and again. */
  static RawDatabase.Work work(int connection) {
    return RawBookings::insertUntil;
  }

  private static long insertUntil(Connection connection, long until) throws SQLException {
    var inserted = 0L;
    try (var booking = connection.prepareStatement(BOOKING);
        var outbox = connection.prepareStatement(OUTBOX)) {
      while (System.nanoTime() < until) {
        insert(connection, booking, outbox);
        inserted++;
      }
    }
    return inserted;
  }

  private static void insert(
      Connection connection, PreparedStatement booking, PreparedStatement outbox)
      throws SQLException {
    var id = EventIds.next().toString();
    booking.setString(1, id);
    booking.setString(2, "customer-of-" + id);
    booking.executeUpdate();
    outbox.setObject(1, EventIds.next());
    outbox.setString(2, id);
    outbox.setString(3, id);
    outbox.setString(4, ENVELOPE);
    outbox.executeUpdate();
    connection.commit();
  }
}
