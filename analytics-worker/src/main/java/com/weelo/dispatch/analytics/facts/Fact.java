package com.weelo.dispatch.analytics.facts;

import com.weelo.dispatch.events.AssignmentId;
import com.weelo.dispatch.events.DriverId;
import com.weelo.dispatch.events.Money;
import com.weelo.dispatch.events.Offer;
import com.weelo.dispatch.events.TransporterId;
import com.weelo.dispatch.events.UserId;
import com.weelo.dispatch.events.VehicleId;
import com.weelo.dispatch.events.VehicleType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event in columns. What the event does not say is null.
 *
 * @param subjectId the booking or order it is about, else the event's key
 * @param cell H3 index, resolution 7, of the pick-up
 * @param outcome what the event says came out: a status, a reason, a name
 * @param quantity trucks, offers or frames
 * @param wave of the offers, from 1; 0 where there are none
 */
public record Fact(
    UUID eventId,
    Instant occurredAt,
    String eventType,
    String subjectId,
    @Nullable UserId customerId,
    @Nullable TransporterId transporterId,
    @Nullable DriverId driverId,
    @Nullable VehicleId vehicleId,
    @Nullable AssignmentId assignmentId,
    @Nullable VehicleType vehicleType,
    @Nullable Long cell,
    @Nullable String outcome,
    @Nullable Integer quantity,
    @Nullable Money amount,
    int wave,
    List<Offer> offers) {

  /** The same of another event. */
  public Fact under(UUID otherId) {
    return new Fact(
        otherId,
        occurredAt,
        eventType,
        subjectId,
        customerId,
        transporterId,
        driverId,
        vehicleId,
        assignmentId,
        vehicleType,
        cell,
        outcome,
        quantity,
        amount,
        wave,
        offers);
  }

  /** How many, where the fact says so; else it stands for one. */
  public int quantityOrOne() {
    return quantity == null ? 1 : quantity;
  }
}
