package com.weelo.dispatch.booking.matching;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import com.weelo.dispatch.events.DriverId;
import com.weelo.dispatch.events.Offer;
import com.weelo.dispatch.events.TransporterId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A driver who was considered for a wave.
 *
 * @param distanceMeters to the pick-up, as the crow flies
 * @param reason why the driver's transporter is not offered the booking; null where it is
 */
public record Candidate(
    TransporterId transporterId,
    DriverId driverId,
    long distanceMeters,
    @Nullable SkipReason reason) {

  /** Why somebody who is near is passed over. */
  public enum SkipReason {
    /** In an earlier wave. */
    ALREADY_OFFERED,
    /** A transporter is offered a booking once, through its nearest driver. */
    ANOTHER_DRIVER_OF_TRANSPORTER_NEARER,
    /** The wave was full; a later one may reach the transporter. */
    BEYOND_WAVE_SIZE;

    @JsonValue
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** As the ledger shows it. */
  @JsonProperty(access = JsonProperty.Access.READ_ONLY)
  public String decision() {
    return isOffered() ? "offered" : "skipped";
  }

  boolean isOffered() {
    return reason == null;
  }

  Offer offer() {
    return new Offer(transporterId, driverId, distanceMeters);
  }
}
