package com.weelo.dispatch.analytics.facts;

import org.jspecify.annotations.Nullable;

/** A fact in a few words, for people. */
public final class Summary {

  private Summary() {}

  public static String of(
      String eventType,
      @Nullable String transporter,
      @Nullable String vehicleType,
      @Nullable String outcome,
      @Nullable Integer quantity) {
    var count = quantity == null ? 0 : quantity;
    return switch (eventType) {
      case "booking.created", "booking.rebroadcast", "truck.request.broadcast" ->
          "%s offered to %s".formatted(vehicleType, people(count));
      case "booking.accepted" ->
          "accepted by %s, withdrawn from %s".formatted(transporter, people(count));
      case "booking.expired" -> "nobody took it, withdrawn from " + people(count);
      case "booking.cancelled", "order.cancelled" -> "called off by " + outcome;
      case "booking.completed" -> "delivered by " + transporter;
      case "order.created" -> trucks(count) + " wanted, " + outcome;
      case "order.status.changed" -> "now " + outcome;
      case "order.completed" -> "every truck has delivered";
      case "truck.request.accepted" -> "%s by %s".formatted(vehicleType, transporter);
      case "truck.request.filled" -> "%s: all %d found".formatted(vehicleType, count);
      case "truck.hold.reserved" -> "%s holds %s".formatted(transporter, trucks(count));
      case "truck.hold.released" ->
          "%s lets %s go: %s".formatted(transporter, trucks(count), outcome);
      case "assignment.created", "assignment.updated" ->
          "%s of %s %s".formatted(vehicleType, transporter, outcome);
      case "payment.completed" -> "paid by " + outcome;
      default -> outcome == null ? "" : outcome;
    };
  }

  /** The same of a fact. */
  public static String of(Fact fact) {
    return of(
        fact.eventType(),
        fact.transporterId() == null ? null : fact.transporterId().value(),
        fact.vehicleType() == null ? null : fact.vehicleType().code(),
        fact.outcome(),
        fact.quantity());
  }

  private static String people(int count) {
    return count == 1 ? "1 transporter" : count + " transporters";
  }

  private static String trucks(int count) {
    return count == 1 ? "1 truck" : count + " trucks";
  }
}
