package com.weelo.dispatch.analytics.facts;

import com.weelo.dispatch.platform.database.CopyRows;
import java.util.Collection;
import java.util.Objects;

/** Facts as rows of their tables. */
public final class FactRows {

  static final String COLUMNS =
      "event_id, occurred_at, event_type, subject_id, customer_id, transporter_id, driver_id,"
          + " vehicle_id, assignment_id, vehicle_type, cell, outcome, quantity, amount_minor, currency";

  /** The table of offers, as {@link CopyRows#into} wants it. */
  static final String OFFERS =
      "offers (event_id, offered_at, subject_id, wave, transporter_id, driver_id, vehicle_type,"
          + " distance_meters)";

  private FactRows() {}

  /** A table of facts, as {@link CopyRows#into} wants it. */
  public static String into(String table) {
    return table + " (" + COLUMNS + ")";
  }

  /** The facts but for their offers. */
  public static CopyRows of(Collection<Fact> facts) {
    var rows = new CopyRows(15);
    for (var fact : facts) {
      var amount = fact.amount();
      rows.row()
          .uuid(fact.eventId())
          .time(fact.occurredAt())
          .text(fact.eventType())
          .text(fact.subjectId())
          .text(fact.customerId() == null ? null : fact.customerId().value())
          .text(fact.transporterId() == null ? null : fact.transporterId().value())
          .text(fact.driverId() == null ? null : fact.driverId().value())
          .text(fact.vehicleId() == null ? null : fact.vehicleId().value())
          .text(fact.assignmentId() == null ? null : fact.assignmentId().value())
          .text(fact.vehicleType() == null ? null : fact.vehicleType().code())
          .int8(fact.cell())
          .text(fact.outcome())
          .int4(fact.quantity())
          .int8(amount == null ? null : amount.amountMinor())
          .text(amount == null ? null : amount.currency());
    }
    return rows;
  }

  static CopyRows offersOf(Collection<Fact> facts) {
    var rows = new CopyRows(8);
    for (var fact : facts) {
      for (var offer : fact.offers()) {
        rows.row()
            .uuid(fact.eventId())
            .time(fact.occurredAt())
            .text(fact.subjectId())
            .int4(fact.wave())
            .text(offer.transporterId().value())
            .text(offer.driverId().value())
            .text(Objects.requireNonNull(fact.vehicleType()).code())
            .int8(offer.distanceMeters());
      }
    }
    return rows;
  }
}
