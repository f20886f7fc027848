package com.weelo.dispatch.broadcast.rooms;

import com.weelo.dispatch.broadcast.frames.Room;
import com.weelo.dispatch.events.AnalyticsEvent;
import com.weelo.dispatch.events.AssignmentEvent;
import com.weelo.dispatch.events.AuditEvent;
import com.weelo.dispatch.events.BookingEvent;
import com.weelo.dispatch.events.DriverId;
import com.weelo.dispatch.events.EventEnvelope;
import com.weelo.dispatch.events.LocationEvent;
import com.weelo.dispatch.events.NotificationEvent;
import com.weelo.dispatch.events.OrderEvent;
import com.weelo.dispatch.events.OrderId;
import com.weelo.dispatch.events.PaymentEvent;
import com.weelo.dispatch.events.TransporterId;
import com.weelo.dispatch.events.TripStatus;
import com.weelo.dispatch.events.TruckRequestEvent;
import com.weelo.dispatch.events.UserId;
import com.weelo.dispatch.events.VehicleType;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides whom an event makes party to a job: one row for each event type. */
public final class PartyPolicy {

  private static final String CUSTOMER = "customer";
  private static final String TRANSPORTER = "transporter";
  private static final String DRIVER = "driver";

  /** The status in which an order goes on with the trucks it has. */
  private static final String SEARCH_OVER = "confirmed";

  private static final Set<String> ENDED = Set.of("completed", "expired", "cancelled");

  private PartyPolicy() {}

  /** Empty where the event tells nothing of a job's people. */
  public static Optional<PartyNote> note(EventEnvelope<?> event) {
    return switch (event.data()) {
      case BookingEvent e -> Optional.of(ofBooking(e, event.metadata().aggregateVersion()));
      case AssignmentEvent e -> Optional.of(ofAssignment(e));
      case OrderEvent e -> Optional.of(ofOrder(e, event.metadata().aggregateVersion()));
      case TruckRequestEvent e -> ofTrucks(e, event.metadata().aggregateVersion());
      case PaymentEvent _, LocationEvent _, NotificationEvent _, AnalyticsEvent _, AuditEvent _ ->
          Optional.empty();
    };
  }

  private static PartyNote ofBooking(BookingEvent booking, @Nullable Long version) {
    return switch (booking) {
      case BookingEvent.Offered e -> note(e, parties(e, null, null), null, false);
      case BookingEvent.Accepted e ->
          note(e, parties(e, e.transporterId(), ownerDriver(e)), version, false);
      case BookingEvent.Expired e -> note(e, parties(e, null, null), version, true);
      case BookingEvent.Cancelled e -> note(e, parties(e, e.transporterId(), null), version, true);
      case BookingEvent.Completed e ->
          note(e, parties(e, e.transporterId(), e.driverId()), version, true);
    };
  }

  /** Who serves an order with trucks is told by their assignments. */
  private static PartyNote ofOrder(OrderEvent order, @Nullable Long version) {
    return switch (order) {
      case OrderEvent.Created e -> note(e, null, false);
      case OrderEvent.StatusChanged e -> {
        var over = ENDED.contains(e.status());
        yield note(e, over || e.status().equals(SEARCH_OVER) ? version : null, over);
      }
      case OrderEvent.Cancelled e -> note(e, version, true);
      case OrderEvent.Completed e -> note(e, version, true);
    };
  }

  private static Optional<PartyNote> ofTrucks(TruckRequestEvent trucks, @Nullable Long version) {
    return switch (trucks) {
      case TruckRequestEvent.Broadcast e ->
          Optional.of(note(e.orderId(), e.customerId(), e.vehicleType(), null, false));
      case TruckRequestEvent.Filled e ->
          Optional.of(note(e.orderId(), e.customerId(), e.vehicleType(), version, false));
      case TruckRequestEvent.Accepted _,
          TruckRequestEvent.HoldReserved _,
          TruckRequestEvent.HoldReleased _ ->
          Optional.empty();
    };
  }

  private static PartyNote note(OrderEvent e, @Nullable Long voidSince, boolean ended) {
    return note(e.orderId(), e.customerId(), null, voidSince, ended);
  }

  private static PartyNote note(
      OrderId order,
      UserId customer,
      @Nullable VehicleType offers,
      @Nullable Long voidSince,
      boolean ended) {
    return new PartyNote(
        Room.of(order), Map.of(CUSTOMER, customer.value()), offers, voidSince, ended);
  }

  private static PartyNote ofAssignment(AssignmentEvent e) {
    var over = e.status() == TripStatus.DELIVERED || e.status() == TripStatus.CANCELLED;
    return new PartyNote(
        Room.ofJob(e),
        Map.of(
            CUSTOMER,
            e.customerId().value(),
            // Whoever accepted is no longer at the wheel by that alone: the assignment says who is.
            DRIVER,
            PartyNote.NOBODY,
            DRIVER + ":" + e.assignmentId(),
            over ? PartyNote.NOBODY : e.driverId().value(),
            TRANSPORTER + ":" + e.assignmentId(),
            over ? PartyNote.NOBODY : e.transporterId().value()),
        null,
        null,
        false);
  }

  /** A captain who is its own transporter drives the job itself; a fleet assigns somebody later. */
  private static @Nullable DriverId ownerDriver(BookingEvent.Accepted e) {
    var driver = e.driverId();
    return driver != null && driver.asUser().equals(e.transporterId().asUser()) ? driver : null;
  }

  private static PartyNote note(
      BookingEvent e, Map<String, String> parties, @Nullable Long voidSince, boolean ended) {
    return new PartyNote(Room.of(e.bookingId()), parties, null, voidSince, ended);
  }

  private static Map<String, String> parties(
      BookingEvent e, @Nullable TransporterId transporter, @Nullable DriverId driver) {
    var parties = new HashMap<String, String>();
    parties.put(CUSTOMER, e.customerId().value());
    if (transporter != null) {
      parties.put(TRANSPORTER, transporter.value());
    }
    if (driver != null) {
      parties.put(DRIVER, driver.value());
    }
    return parties;
  }
}
