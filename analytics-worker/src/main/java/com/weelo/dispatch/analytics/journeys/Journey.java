package com.weelo.dispatch.analytics.journeys;

import com.weelo.dispatch.events.BookingId;
import com.weelo.dispatch.events.TransporterId;
import com.weelo.dispatch.events.VehicleType;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What some events tell of a booking's life. Telling more, or the same again, in any order, makes
 * the same journey: of two times for a milestone the earlier stands.
 */
final class Journey {

  private final BookingId booking;
  private final Map<Milestone, Instant> reached = new EnumMap<>(Milestone.class);
  private @Nullable VehicleType vehicleType;
  private @Nullable Long cell;
  private @Nullable TransporterId transporter;

  Journey(BookingId booking) {
    this.booking = booking;
  }

  Journey reached(Milestone milestone, Instant at) {
    reached.merge(milestone, at, (one, other) -> one.isBefore(other) ? one : other);
    return this;
  }

  Journey vehicleType(VehicleType type) {
    vehicleType = type;
    return this;
  }

  Journey cell(long cell) {
    this.cell = cell;
    return this;
  }

  Journey transporter(TransporterId transporter) {
    this.transporter = transporter;
    return this;
  }

  BookingId booking() {
    return booking;
  }

  @Nullable VehicleType vehicleType() {
    return vehicleType;
  }

  @Nullable Long cell() {
    return cell;
  }

  @Nullable TransporterId transporter() {
    return transporter;
  }

  @Nullable Instant at(Milestone milestone) {
    return reached.get(milestone);
  }
}
