package com.weelo.dispatch.broadcast.frames;

import com.weelo.dispatch.broadcast.frames.FrameData.BroadcastWithdrawn;
import com.weelo.dispatch.broadcast.frames.FrameData.BroadcastWithdrawn.Reason;
import com.weelo.dispatch.broadcast.frames.FrameData.HoldReleased;
import com.weelo.dispatch.broadcast.frames.FrameData.NewBroadcast;
import com.weelo.dispatch.broadcast.frames.FrameData.OrderUpdated;
import com.weelo.dispatch.broadcast.frames.FrameData.TruckRequestFilled;
import com.weelo.dispatch.events.Offer;
import com.weelo.dispatch.events.OrderEvent;
import com.weelo.dispatch.events.OrderEvent.StatusChanged;
import com.weelo.dispatch.events.TransporterId;
import com.weelo.dispatch.events.TruckRequestEvent;
import com.weelo.dispatch.events.TruckRequestEvent.Broadcast;
import com.weelo.dispatch.events.TruckRequestEvent.Filled;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides who is told what of an order and its trucks: one row for each event type. */
final class OrderFramePolicy {

  /** The transporter did so itself. */
  private static final String GIVEN_BACK = "given_back";

  private OrderFramePolicy() {}

  static List<Announcement> ofOrder(OrderEvent event, @Nullable Long version) {
    return switch (event) {
      case StatusChanged e -> step(e, version);
      // The customer made it and knows; its end is told as a change of status, too.
      case OrderEvent.Created _, OrderEvent.Cancelled _, OrderEvent.Completed _ -> List.of();
    };
  }

  static List<Announcement> ofTrucks(TruckRequestEvent event, @Nullable Long version) {
    return switch (event) {
      case Broadcast e -> offers(e, version);
      case Filled e -> filled(e, version);
      case TruckRequestEvent.HoldReleased e -> released(e);
      // A change of status tells how many trucks there are now, and the assignment which.
      case TruckRequestEvent.Accepted _ -> List.of();
      // It is over within seconds, and whose hold it is made it.
      case TruckRequestEvent.HoldReserved _ -> List.of();
    };
  }

  private static List<Announcement> step(StatusChanged e, @Nullable Long version) {
    var withdrawnFrom = e.withdrawnFrom() == null ? List.<TransporterId>of() : e.withdrawnFrom();
    return List.of(
        new Announcement(
            new BroadcastWithdrawn(null, e.orderId(), null, reason(e.status()), version),
            FramePolicy.users(withdrawnFrom),
            null),
        new Announcement(
            new OrderUpdated(
                e.orderId(),
                e.status(),
                e.previousStatus(),
                e.fill(),
                version,
                e.cancelledBy(),
                e.reason(),
                e.changedAt()),
            Set.of(e.customerId()),
            Room.of(e.orderId())));
  }

  /** Why an order's last offers are void. */
  private static Reason reason(String status) {
    return switch (status) {
      case "expired" -> Reason.EXPIRED;
      case "cancelled" -> Reason.CANCELLED;
      default -> Reason.TAKEN; // it goes on with the trucks it has
    };
  }

  private static List<Announcement> offers(Broadcast e, @Nullable Long version) {
    var trip = FramePolicy.tripDistance(e.pickup(), e.dropoff());
    return e.offers().stream().map(offer -> offer(e, offer, trip, version)).toList();
  }

  private static Announcement offer(
      Broadcast e, Offer offer, long tripDistance, @Nullable Long version) {
    return new Announcement(
        new NewBroadcast(
            null,
            e.orderId(),
            e.vehicleType(),
            e.vehicleSubtype(),
            e.open(),
            e.pickup(),
            e.dropoff(),
            e.pricePerTruck(),
            offer.distanceMeters(),
            tripDistance,
            e.wave(),
            e.expiresAt(),
            version),
        Set.of(offer.transporterId().asUser()),
        null);
  }

  private static List<Announcement> filled(Filled e, @Nullable Long version) {
    return List.of(
        new Announcement(
            new BroadcastWithdrawn(null, e.orderId(), e.vehicleType(), Reason.TAKEN, version),
            FramePolicy.users(e.withdrawnFrom()),
            null),
        new Announcement(
            new TruckRequestFilled(e.orderId(), e.vehicleType(), e.quantity(), version),
            Set.of(e.customerId()),
            Room.of(e.orderId())));
  }

  private static List<Announcement> released(TruckRequestEvent.HoldReleased e) {
    if (e.reason().equals(GIVEN_BACK)) {
      return List.of();
    }
    return List.of(
        new Announcement(
            new HoldReleased(e.orderId(), e.holdId(), e.vehicleType(), e.trucks(), e.reason()),
            Set.of(e.transporterId().asUser()),
            null));
  }
}
