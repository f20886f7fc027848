package com.weelo.dispatch.broadcast.frames;

import com.weelo.dispatch.broadcast.frames.FrameData.AssignmentUpdated;
import com.weelo.dispatch.broadcast.frames.FrameData.BookingUpdated;
import com.weelo.dispatch.broadcast.frames.FrameData.BroadcastWithdrawn;
import com.weelo.dispatch.broadcast.frames.FrameData.BroadcastWithdrawn.Reason;
import com.weelo.dispatch.broadcast.frames.FrameData.NewBroadcast;
import com.weelo.dispatch.events.AnalyticsEvent;
import com.weelo.dispatch.events.AssignmentEvent;
import com.weelo.dispatch.events.AuditEvent;
import com.weelo.dispatch.events.BookingEvent;
import com.weelo.dispatch.events.DriverId;
import com.weelo.dispatch.events.EventEnvelope;
import com.weelo.dispatch.events.LocationEvent;
import com.weelo.dispatch.events.NotificationEvent;
import com.weelo.dispatch.events.Offer;
import com.weelo.dispatch.events.OrderEvent;
import com.weelo.dispatch.events.PaymentEvent;
import com.weelo.dispatch.events.Place;
import com.weelo.dispatch.events.TransporterId;
import com.weelo.dispatch.events.TruckRequestEvent;
import com.weelo.dispatch.events.UserId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Decides who is told what of an event: one row for each event type. */
public final class FramePolicy {

  private FramePolicy() {}

  public static List<Announcement> announcements(EventEnvelope<?> event) {
    var version = event.metadata().aggregateVersion();
    return switch (event.data()) {
      case BookingEvent e -> ofBooking(e, version);
      case AssignmentEvent e -> List.of(ofAssignment(e, version));
      case OrderEvent e -> OrderFramePolicy.ofOrder(e, version);
      case TruckRequestEvent e -> OrderFramePolicy.ofTrucks(e, version);
      case LocationEvent _ -> List.of(); // told by whoever watches the clock, not one by one
      case NotificationEvent.Delivery e -> ofInbox(e);
      case PaymentEvent _, NotificationEvent _, AnalyticsEvent _, AuditEvent _ -> List.of();
    };
  }

  /** Only what is new in somebody's inbox is to be shown. */
  private static List<Announcement> ofInbox(NotificationEvent.Delivery event) {
    var shown = event.inApp();
    return shown == null
        ? List.of()
        : List.of(
            new Announcement(
                new FrameData.Notification(
                    event.notificationId(),
                    event.category(),
                    shown.title(),
                    shown.body(),
                    shown.data(),
                    event.at()),
                Set.of(event.recipientId()),
                null));
  }

  private static List<Announcement> ofBooking(BookingEvent event, @Nullable Long version) {
    return switch (event) {
      case BookingEvent.Offered e -> offers(e);
      case BookingEvent.Accepted e ->
          List.of(
              withdrawal(e, e.withdrawnFrom(), Reason.TAKEN),
              update(
                  e,
                  people(e.customerId(), e.transporterId(), null),
                  new BookingUpdated(
                      e.bookingId(),
                      "accepted",
                      version,
                      e.transporterId(),
                      e.driverId(),
                      null,
                      null,
                      e.acceptedAt())));
      case BookingEvent.Expired e ->
          List.of(
              withdrawal(e, e.withdrawnFrom(), Reason.EXPIRED),
              update(
                  e,
                  people(e.customerId(), null, null),
                  new BookingUpdated(
                      e.bookingId(), "expired", version, null, null, null, null, e.expiredAt())));
      case BookingEvent.Cancelled e ->
          List.of(
              withdrawal(e, e.withdrawnFrom(), Reason.CANCELLED),
              update(
                  e,
                  people(e.customerId(), e.transporterId(), null),
                  new BookingUpdated(
                      e.bookingId(),
                      "cancelled",
                      version,
                      e.transporterId(),
                      null,
                      e.cancelledBy(),
                      e.reason(),
                      e.cancelledAt())));
      case BookingEvent.Completed e ->
          List.of(
              update(
                  e,
                  people(e.customerId(), e.transporterId(), e.driverId()),
                  new BookingUpdated(
                      e.bookingId(),
                      "completed",
                      version,
                      e.transporterId(),
                      e.driverId(),
                      null,
                      null,
                      e.completedAt())));
    };
  }

  private static Announcement ofAssignment(AssignmentEvent e, @Nullable Long version) {
    var data =
        switch (e) {
          case AssignmentEvent.Created created ->
              new AssignmentUpdated(
                  created.assignmentId(),
                  created.bookingId(),
                  created.orderId(),
                  created.truckRequestId(),
                  created.transporterId(),
                  created.vehicleId(),
                  created.vehicleType(),
                  created.driverId(),
                  created.status(),
                  version,
                  created.createdAt());
          case AssignmentEvent.Updated updated ->
              new AssignmentUpdated(
                  updated.assignmentId(),
                  updated.bookingId(),
                  updated.orderId(),
                  updated.truckRequestId(),
                  updated.transporterId(),
                  updated.vehicleId(),
                  updated.vehicleType(),
                  updated.driverId(),
                  updated.status(),
                  version,
                  updated.updatedAt());
        };
    return new Announcement(
        data, people(e.customerId(), e.transporterId(), e.driverId()), Room.ofJob(e));
  }

  private static List<Announcement> offers(BookingEvent.Offered e) {
    var trip = tripDistance(e.pickup(), e.dropoff());
    return e.offers().stream().map(offer -> offer(e, offer, trip)).toList();
  }

  private static Announcement offer(BookingEvent.Offered e, Offer offer, long tripDistance) {
    return new Announcement(
        new NewBroadcast(
            e.bookingId(),
            null,
            e.vehicleType(),
            null,
            null,
            e.pickup(),
            e.dropoff(),
            e.price(),
            offer.distanceMeters(),
            tripDistance,
            e.wave(),
            e.expiresAt(),
            null),
        Set.of(offer.transporterId().asUser()),
        null);
  }

  private static Announcement withdrawal(BookingEvent e, List<TransporterId> from, Reason reason) {
    return new Announcement(
        new BroadcastWithdrawn(e.bookingId(), null, null, reason, null), users(from), null);
  }

  private static Announcement update(BookingEvent e, Set<UserId> people, BookingUpdated data) {
    return new Announcement(data, people, Room.of(e.bookingId()));
  }

  /** As the crow flies. */
  static long tripDistance(Place pickup, Place dropoff) {
    return Math.round(pickup.point().distanceMetersTo(dropoff.point()));
  }

  static Set<UserId> users(List<TransporterId> transporters) {
    return transporters.stream()
        .map(TransporterId::asUser)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** An owner-driver is its own transporter, and is told once. */
  private static Set<UserId> people(
      UserId customer, @Nullable TransporterId transporter, @Nullable DriverId driver) {
    var people = new LinkedHashSet<UserId>();
    people.add(customer);
    if (transporter != null) {
      people.add(transporter.asUser());
    }
    if (driver != null) {
      people.add(driver.asUser());
    }
    return people;
  }
}
