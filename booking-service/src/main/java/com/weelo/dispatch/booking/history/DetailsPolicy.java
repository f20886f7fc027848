package com.weelo.dispatch.booking.history;

import com.weelo.dispatch.events.AssignmentEvent;
import com.weelo.dispatch.events.BookingEvent;
import java.util.Map;

/** What a timeline tells of an event: nothing of transporters who did not win. */
final class DetailsPolicy {

  private DetailsPolicy() {}

  static Map<String, Object> details(BookingEvent event) {
    return switch (event) {
      case BookingEvent.Offered e -> Map.of("wave", e.wave(), "offeredTo", e.offers().size());
      case BookingEvent.Accepted e -> Map.of("transporterId", e.transporterId());
      case BookingEvent.Expired e -> Map.of("expiredAt", e.expiredAt());
      case BookingEvent.Cancelled e -> Map.of("cancelledBy", e.cancelledBy(), "reason", e.reason());
      case BookingEvent.Completed e -> Map.of("transporterId", e.transporterId());
    };
  }

  static Map<String, Object> details(AssignmentEvent event) {
    return Map.of(
        "assignmentId", event.assignmentId(),
        "driverId", event.driverId(),
        "status", event.status());
  }
}
