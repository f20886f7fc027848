package com.weelo.dispatch.analytics.journeys;

import com.weelo.dispatch.analytics.facts.Cells;
import com.weelo.dispatch.events.AssignmentEvent;
import com.weelo.dispatch.events.BookingEvent;
import com.weelo.dispatch.events.BookingId;
import com.weelo.dispatch.events.DomainEvent;
import com.weelo.dispatch.events.EventEnvelope;
import java.util.Optional;

/** What an event tells of a booking's life. */
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
              .reached(Milestone.ACCEPTED, event.timestamp());
      case AssignmentEvent.Created _ -> journey.reached(Milestone.ASSIGNED, event.timestamp());
      case BookingEvent.Completed _ -> journey.reached(Milestone.COMPLETED, event.timestamp());
      case BookingEvent.Expired _ -> journey.reached(Milestone.EXPIRED, event.timestamp());
      case BookingEvent.Cancelled _ -> journey.reached(Milestone.CANCELLED, event.timestamp());
      default -> {} // no other event is asked about
    }
  }
}
