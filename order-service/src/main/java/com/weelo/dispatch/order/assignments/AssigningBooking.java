package com.weelo.dispatch.order.assignments;

import com.weelo.dispatch.events.BookingId;
import com.weelo.dispatch.events.DriverId;
import com.weelo.dispatch.events.TransporterId;
import com.weelo.dispatch.events.VehicleId;
import com.weelo.dispatch.order.fleet.Fleet;
import com.weelo.dispatch.platform.web.Problem;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The transporter that won a booking sends a vehicle and a driver. */
@Service
public class AssigningBooking {

  private final WonBookings bookings;
  private final Assignments assignments;
  private final Fleet fleet;
  private final NewAssignments newAssignments;
  private final AwaitingBooking awaiting;
  private final Clock clock;

  AssigningBooking(
      WonBookings bookings,
      Assignments assignments,
      Fleet fleet,
      NewAssignments newAssignments,
      AwaitingBooking awaiting,
      Clock clock) {
    this.bookings = bookings;
    this.assignments = assignments;
    this.fleet = fleet;
    this.newAssignments = newAssignments;
    this.awaiting = awaiting;
    this.clock = clock;
  }

  /**
   * Waits until it is known here that the transporter won the booking. To be called before the
   * transaction.
   *
   * @throws Problem 404 where it did not
   */
  public void await(TransporterId transporter, BookingId booking) {
    awaiting.find(booking, won -> won.isWonBy(transporter));
  }

  /**
   * Runs in the caller's transaction.
   *
   * @throws Problem 404, 409 {@code BOOKING_CANCELLED}, 409 {@code ALREADY_ASSIGNED}, and as {@link
   *     Fleet#reserve} and {@link CreatingAssignments#confirm}
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Assignment assign(
      TransporterId transporter, BookingId booking, VehicleId vehicle, DriverId driver) {
    var won = lock(transporter, booking);
    var assignment =
        Assignment.to(
            new Job.OfBooking(booking, won.customerId()),
            Assignment.nextId(),
            transporter,
            vehicle,
            won.vehicleType(),
            driver,
            clock.instant());
    fleet.engage(assignment.id(), transporter, won.vehicleType(), vehicle);
    newAssignments.begin(transporter, List.of(assignment));
    return assignment;
  }

  private WonBooking lock(TransporterId transporter, BookingId booking) {
    var won =
        bookings
            .lock(booking)
            .filter(found -> found.isWonBy(transporter))
            .orElseThrow(() -> Problem.notFound("booking"));
    if (won.cancelled()) {
      throw Problem.conflict("BOOKING_CANCELLED", "It was called off.");
    }
    assignments
        .of(booking)
        .ifPresent(assigned -> {
          throw Problem.conflict("ALREADY_ASSIGNED", "The booking has a truck; cancel that first.")
              .with("assignmentId", assigned.id().value());
        });
    return won;
  }
}
