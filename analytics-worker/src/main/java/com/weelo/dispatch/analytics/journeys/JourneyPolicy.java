package com.weelo.dispatch.analytics.journeys;

import com.weelo.dispatch.analytics.facts.Cells;
import com.weelo.dispatch.events.AssignmentEvent;
import com.weelo.dispatch.events.BookingEvent;
import com.weelo.dispatch.events.BookingId;
import com.weelo.dispatch.events.DomainEvent;
import com.weelo.dispatch.events.EventEnvelope;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What an event tells of a booking's life. */
@Component
final class JourneyPolicy {

  private final Cells cells;

  JourneyPolicy(Cells cells) {
    this.cells = cells;
  }

  /** The booking whose life the event belongs to, if any. */
  Optional<BookingId> bookingOf(DomainEvent event) {
    return switch (event) {
      case BookingEvent booking -> Optional.of(booking.bookingId());
      case AssignmentEvent.Created assigned -> Optional.ofNullable(assigned.bookingId());
      default -> Optional.empty();
    };
  }

  void tell(Journey journey, EventEnvelope<? extends DomainEvent> event) {
    switch (event.data()) {
      case BookingEvent.Offered offered -> {
        journey.vehicleType(offered.vehicleType()).cell(cells.of(offered.pickup().point()));
        if (offered instanceof BookingEvent.Created) {
          journey.reached(Milestone.CREATED, event.timestamp());
        }
        if (!offered.offers().isEmpty()) {
          journey.reached(Milestone.OFFERED, event.timestamp());
        }
      }
      case BookingEvent.Accepted accepted ->
          journey
              .transporter(accepted.transporterId())
              .reached(Milestone.ACCEPTED, accepted.acceptedAt());
      case AssignmentEvent.Created assigned ->
          journey.reached(Milestone.ASSIGNED, assigned.createdAt());
      case BookingEvent.Completed completed ->
          journey.reached(Milestone.COMPLETED, completed.completedAt());
      case BookingEvent.Expired expired -> journey.reached(Milestone.EXPIRED, expired.expiredAt());
      case BookingEvent.Cancelled cancelled ->
          journey.reached(Milestone.CANCELLED, cancelled.cancelledAt());
      default -> {} // no other event is asked about
    }
  }
}
