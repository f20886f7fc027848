package com.weelo.dispatch.booking.matching;

import com.fasterxml.jackson.annotation.JsonValue;
import com.weelo.dispatch.events.Offer;
import java.util.List;
import java.util.Locale;

/**
 * One wave of offers, decided.
 *
 * @param number counts from 1
 * @param candidates everybody considered, nearest first
 */
public record Wave(int number, long radiusMeters, Outcome outcome, List<Candidate> candidates) {

  public Wave {
    candidates = List.copyOf(candidates);
  }

  /** How a wave went. */
  public enum Outcome {
    OFFERED,
    /** There is no free driver within the radius whose transporter was not asked before. */
    NOBODY_NEW,
    /** The geo index could not be asked; the next wave tries again. */
    MATCHING_UNAVAILABLE;

    @JsonValue
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static Wave unavailable(int number, long radiusMeters) {
    return new Wave(number, radiusMeters, Outcome.MATCHING_UNAVAILABLE, List.of());
  }

  /** What is put before transporters, nearest first. */
  public List<Offer> offers() {
    return candidates.stream().filter(Candidate::isOffered).map(Candidate::offer).toList();
  }
}
