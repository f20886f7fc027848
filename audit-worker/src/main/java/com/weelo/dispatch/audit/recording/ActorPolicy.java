package com.weelo.dispatch.audit.recording;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says who made an event happen. */
final class ActorPolicy {

  private static final String CUSTOMER = "customerId";
  private static final String TRANSPORTER = "transporterId";
  private static final String DRIVER = "driverId";

  private ActorPolicy() {}

  /**
   * @param type null where the record does not say
   * @param data the texts of the event's own fields
   * @param producedBy the service, which acts by itself where nobody else does
   */
  static @Nullable String actorOf(
      @Nullable String type, Map<String, String> data, @Nullable String producedBy) {
    var actor =
        switch (type) {
          case "booking.created", "order.created", "payment.completed" -> data.get(CUSTOMER);
          case "booking.accepted",
              "truck.request.accepted",
              "truck.hold.reserved",
              "truck.hold.released",
              "assignment.created" ->
              data.get(TRANSPORTER);
          case "assignment.updated" -> data.get(DRIVER);
          case "booking.cancelled", "order.cancelled", "order.status.changed" -> whoCancelled(data);
          case "audit.log" -> data.get("actorId");
          case "analytics.event" -> data.get("userId");
          case null, default -> null;
        };
    return actor == null ? producedBy : actor;
  }

  private static @Nullable String whoCancelled(Map<String, String> data) {
    return switch (data.get("cancelledBy")) {
      case "customer" -> data.get(CUSTOMER);
      case "transporter" -> data.get(TRANSPORTER);
      case "ops" -> "ops";
      case null, default -> null;
    };
  }
}
