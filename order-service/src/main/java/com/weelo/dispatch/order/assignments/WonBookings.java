package com.weelo.dispatch.order.assignments;

import com.weelo.dispatch.events.BookingId;
import com.weelo.dispatch.events.TransporterId;
import com.weelo.dispatch.events.UserId;
import com.weelo.dispatch.events.VehicleType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The bookings that were won, as far as their events told. */
@Repository
class WonBookings {

  private final JdbcTemplate jdbc;

  WonBookings(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Writes a booking down and locks it. Cancelled is the last that happens to one, in whichever
   * order that is heard.
   */
  void write(WonBooking booking) {
    jdbc.update(
        """
        INSERT INTO won_bookings (booking_id, customer_id, transporter_id, vehicle_type, cancelled)
        VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (booking_id)
        DO UPDATE SET cancelled = won_bookings.cancelled OR excluded.cancelled
        """,
        booking.id().value(),
        booking.customerId().value(),
        booking.transporterId().value(),
        booking.vehicleType().code(),
        booking.cancelled());
  }

  Optional<WonBooking> find(BookingId id) {
    return one("SELECT * FROM won_bookings WHERE booking_id = ?", id);
  }

  /** Locks the row until the transaction ends: one truck is assigned at a time. */
  Optional<WonBooking> lock(BookingId id) {
    return one("SELECT * FROM won_bookings WHERE booking_id = ? FOR UPDATE", id);
  }

  private Optional<WonBooking> one(String query, BookingId id) {
    List<WonBooking> found = jdbc.query(query, WonBookings::booking, id.value());
    return found.stream().findFirst();
  }

  private static WonBooking booking(ResultSet row, int number) throws SQLException {
    return new WonBooking(
        new BookingId(row.getString("booking_id")),
        new UserId(row.getString("customer_id")),
        new TransporterId(row.getString("transporter_id")),
        new VehicleType(row.getString("vehicle_type")),
        row.getBoolean("cancelled"));
  }
}
