package com.weelo.dispatch.booking.lifecycle;

import com.weelo.dispatch.booking.matching.Wave;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Inserts bookings by JDBC, where {@link Bookings} does everything else by JPA: the customer waits
 * for this statement. It writes the booking and its first wave in one round trip; and where the
 * customer has an active booking it changes nothing, instead of failing as a persisted entity would
 * and taking the transaction with it, so the same transaction can look at what is in the way.
 */
@Component
class NewBookings {

  private static final String INSERT =
      """
      WITH booking AS (
        INSERT INTO bookings (
          id, customer_id, status, version, vehicle_type,
          pickup_latitude, pickup_longitude, pickup_address,
          dropoff_latitude, dropoff_longitude, dropoff_address,
          price_amount, price_currency, goods, created_at,
          expires_at, wave, next_wave_at, offered, offered_drivers, offered_before)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (customer_id)
          WHERE status IN ('searching', 'accepted', 'assigned', 'in_progress') DO NOTHING
        RETURNING id, wave, created_at)
      INSERT INTO booking_waves (booking_id, wave, decided_at, radius_meters, outcome, candidates)
      SELECT id, wave, created_at, ?, ?, CAST(? AS jsonb) FROM booking
      """;

  private final JdbcTemplate jdbc;
  private final JsonMapper json;

  NewBookings(JdbcTemplate jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /**
   * @return false where the customer has an active booking, and this one was not inserted
   */
  boolean insert(Booking booking, Wave first) {
    return jdbc.update(INSERT, row -> fill(row, booking, first)) == 1;
  }

  private void fill(PreparedStatement row, Booking booking, Wave first) throws SQLException {
    var search = booking.search();
    var pickup = booking.pickup();
    var dropoff = booking.dropoff();
    var price = booking.price();
    Object[] values = {
      booking.id().value(),
      booking.customerId().value(),
      BookingStatus.SEARCHING.code(),
      booking.version(),
      booking.vehicleType().code(),
      pickup.latitude(),
      pickup.longitude(),
      pickup.address(),
      dropoff.latitude(),
      dropoff.longitude(),
      dropoff.address(),
      price.amountMinor(),
      price.currency(),
      booking.goods().orElse(null),
      utc(booking.createdAt()),
      utc(search.expiresAt()),
      search.wave(),
      utc(search.nextWaveAt()),
      array(row, search.offered()),
      array(row, search.offeredDrivers()),
      search.offeredBefore(),
      first.radiusMeters(),
      first.outcome().code(),
      json.writeValueAsString(first.candidates())
    };
    for (var i = 0; i < values.length; i++) {
      row.setObject(i + 1, values[i]);
    }
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static java.sql.Array array(PreparedStatement row, Collection<?> ids)
      throws SQLException {
    return row.getConnection()
        .createArrayOf("text", ids.stream().map(Object::toString).toArray(String[]::new));
  }
}
