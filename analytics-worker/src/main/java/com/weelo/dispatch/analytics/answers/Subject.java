package com.weelo.dispatch.analytics.answers;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A booking or order as its events tell of it.
 *
 * @param kind {@code booking} or {@code order}
 * @param milestones when each step was reached, by {@code createdAt} and so on
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Subject(
    String id,
    String kind,
    String status,
    @Nullable String vehicleType,
    @Nullable Instant createdAt,
    Map<String, Instant> milestones,
    List<Event> events,
    List<Decision> decisions) {

  /** An event in a few words. */
  public record Event(UUID id, Instant at, String type, String summary) {}

  /**
   * Whom a wave reached.
   *
   * @param outcome {@code accepted}, {@code withdrawn}, or {@code open}
   */
  public record Decision(
      int wave,
      Instant at,
      String transporterId,
      String driverId,
      long distanceMeters,
      String outcome) {}
}
