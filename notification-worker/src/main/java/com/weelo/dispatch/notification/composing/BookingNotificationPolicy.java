package com.weelo.dispatch.notification.composing;

import com.weelo.dispatch.events.BookingEvent;
import com.weelo.dispatch.events.BookingEvent.Accepted;
import com.weelo.dispatch.events.BookingEvent.Cancelled;
import com.weelo.dispatch.events.BookingEvent.Completed;
import com.weelo.dispatch.events.BookingEvent.Expired;
import com.weelo.dispatch.events.BookingEvent.Offered;
import com.weelo.dispatch.events.Offer;
import com.weelo.dispatch.events.TransporterId;
import com.weelo.dispatch.events.UserId;
import com.weelo.dispatch.notification.composing.Notification.Urgency;
import com.weelo.dispatch.notification.people.Category;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Who is told what when something happens to a booking. */
final class BookingNotificationPolicy {

  private static final String BY_CUSTOMER = "customer";
  private static final String BY_OPS = "ops";

  private BookingNotificationPolicy() {}

  static List<Notification> of(BookingEvent event) {
    return switch (event) {
      case Offered offered -> offered.offers().stream().map(o -> offer(offered, o)).toList();
      case Accepted accepted -> accepted(accepted);
      case Expired expired -> expired(expired);
      case Cancelled cancelled -> cancelled(cancelled);
      case Completed completed -> completed(completed);
    };
  }

  private static Notification offer(Offered event, Offer offer) {
    return new Notification(
        offer.transporterId().asUser(),
        Category.OFFER,
        Urgency.HIGH,
        Wordings.offer(event.vehicleType(), offer.distanceMeters(), event.price()),
        AppData.offer(event, offer),
        event.bookingId().value(),
        event.expiresAt());
  }

  private static List<Notification> accepted(Accepted event) {
    var wording = Wordings.accepted(event.vehicleType());
    return Stream.concat(
            Stream.of(news(event, event.customerId(), "accepted", wording, event.acceptedAt())),
            withdrawals(event, event.withdrawnFrom(), "taken", event.acceptedAt()))
        .toList();
  }

  private static List<Notification> expired(Expired event) {
    var wording = Wordings.expired(event.vehicleType());
    return Stream.concat(
            Stream.of(news(event, event.customerId(), "expired", wording, event.expiredAt())),
            withdrawals(event, event.withdrawnFrom(), "expired", event.expiredAt()))
        .toList();
  }

  private static List<Notification> cancelled(Cancelled event) {
    var wording = Wordings.cancelled(event.vehicleType());
    return Stream.concat(
            whoDidNotCancel(event)
                .map(user -> news(event, user, "cancelled", wording, event.cancelledAt())),
            withdrawals(event, event.withdrawnFrom(), "cancelled", event.cancelledAt()))
        .toList();
  }

  /** The other side; both sides where it was neither. */
  private static Stream<UserId> whoDidNotCancel(Cancelled event) {
    var byCustomer = event.cancelledBy().equals(BY_CUSTOMER);
    var byOps = event.cancelledBy().equals(BY_OPS);
    return Stream.concat(
        byCustomer ? Stream.empty() : Stream.of(event.customerId()),
        byCustomer || byOps
            ? Stream.ofNullable(event.transporterId()).map(TransporterId::asUser)
            : Stream.empty());
  }

  private static List<Notification> completed(Completed event) {
    var wording = Wordings.completed(event.vehicleType(), event.price());
    return List.of(
        Notification.news(
            event.customerId(),
            Category.RECEIPT,
            wording,
            AppData.news(event, "completed"),
            event.bookingId().value(),
            event.completedAt()));
  }

  private static Notification news(
      BookingEvent event, UserId recipient, String status, Wording wording, Instant at) {
    return Notification.news(
        recipient,
        Category.BOOKING,
        wording,
        AppData.news(event, status),
        event.bookingId().value(),
        at);
  }

  private static Stream<Notification> withdrawals(
      BookingEvent event, List<TransporterId> from, String reason, Instant at) {
    return Notification.withdrawals(
        from, AppData.withdrawal(event, reason), event.bookingId().value(), at);
  }
}
