package com.weelo.dispatch.order.payments;

import com.weelo.dispatch.events.BookingId;
import com.weelo.dispatch.events.OrderId;
import com.weelo.dispatch.events.UserId;
import com.weelo.dispatch.order.assignments.AwaitingBooking;
import com.weelo.dispatch.platform.security.Caller;
import com.weelo.dispatch.platform.security.Role;
import com.weelo.dispatch.platform.web.Problem;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Whose bookings and orders are paid for. */
@Component
public class Payers {

  private final AwaitingBooking awaiting;
  private final JdbcTemplate jdbc;

  Payers(AwaitingBooking awaiting, JdbcTemplate jdbc) {
    this.awaiting = awaiting;
    this.jdbc = jdbc;
  }

  /**
   * Not to be called in a transaction: waits for a booking that was won just now.
   *
   * @throws Problem 404 where nobody won it, or it is not the caller's to pay for
   */
  public UserId of(BookingId booking, Caller caller) {
    return awaiting.find(booking, won -> mayPay(caller, won.customerId())).customerId();
  }

  /**
   * @throws Problem 404 where there is none, or it is not the caller's to pay for
   */
  public UserId of(OrderId order, Caller caller) {
    return jdbc
        .query(
            "SELECT customer_id FROM orders WHERE id = ?",
            (row, number) -> new UserId(row.getString("customer_id")),
            order.value())
        .stream()
        .filter(customer -> mayPay(caller, customer))
        .findFirst()
        .orElseThrow(() -> Problem.notFound("order"));
  }

  private static boolean mayPay(Caller caller, UserId customer) {
    return caller.is(Role.OPS) || caller.userId().equals(customer);
  }
}
