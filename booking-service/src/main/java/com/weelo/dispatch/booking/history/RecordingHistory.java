package com.weelo.dispatch.booking.history;

import com.weelo.dispatch.booking.history.BookingHistory.Line;
import com.weelo.dispatch.events.AssignmentEvent;
import com.weelo.dispatch.events.BookingEvent;
import com.weelo.dispatch.events.EventEnvelope;
import com.weelo.dispatch.platform.consuming.Received;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Writes down what happens to bookings, from the events that tell it. */
@Service
public class RecordingHistory {

  private final BookingHistory history;
  private final AcceptanceTimes acceptances;

  RecordingHistory(BookingHistory history, AcceptanceTimes acceptances) {
    this.history = history;
    this.acceptances = acceptances;
  }

  public void recordBookings(List<Received<BookingEvent>> batch) {
    history.append(batch.stream().map(received -> line(received.event())).toList());
    acceptances.record(batch);
  }

  public void recordTrips(List<Received<AssignmentEvent>> batch) {
    history.append(
        batch.stream().flatMap(received -> tripLine(received.event()).stream()).toList());
  }

  private static Line line(EventEnvelope<BookingEvent> event) {
    var booking = event.data().bookingId();
    return new Line(booking, booking.value(), event, DetailsPolicy.details(event.data()));
  }

  private static Optional<Line> tripLine(EventEnvelope<AssignmentEvent> event) {
    var trip = event.data();
    return Optional.ofNullable(trip.bookingId()) // absent where it is an order's
        .map(booking ->
            new Line(booking, trip.assignmentId().value(), event, DetailsPolicy.details(trip)));
  }
}
