package com.weelo.dispatch.booking.matching;

import com.weelo.dispatch.booking.matching.Candidate.SkipReason;
import com.weelo.dispatch.booking.matching.Wave.Outcome;
import com.weelo.dispatch.events.TransporterId;
import com.weelo.dispatch.platform.redis.NearbyDrivers.Nearby;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whom a wave reaches: the nearest transporters who were not offered the booking before, each once,
 * through its nearest driver.
 *
 * @param size how many a wave reaches at most
 * @param initialRadius of the first wave, in metres; each wave doubles it
 * @param maxRadius where the doubling ends, in metres
 */
public record WavePolicy(int size, long initialRadius, long maxRadius) {

  /** How far a wave reaches, in metres. */
  long radius(int wave) {
    var doublings = Math.min(wave - 1, Long.numberOfLeadingZeros(initialRadius) - 1);
    return Math.min(initialRadius << doublings, maxRadius);
  }

  /**
   * @param nearby free drivers within the wave's radius, nearest first
   * @param alreadyOffered transporters whom earlier waves reached
   */
  Wave decide(int wave, List<Nearby> nearby, Collection<TransporterId> alreadyOffered) {
    var asked = Set.copyOf(alreadyOffered);
    var reached = new HashSet<TransporterId>();
    var candidates =
        nearby.stream()
            .map(driver ->
                new Candidate(
                    driver.transporterId(),
                    driver.driverId(),
                    driver.distanceMeters(),
                    skip(driver.transporterId(), asked, reached)))
            .toList();
    return new Wave(
        wave, radius(wave), reached.isEmpty() ? Outcome.NOBODY_NEW : Outcome.OFFERED, candidates);
  }

  private @Nullable SkipReason skip(
      TransporterId transporter, Set<TransporterId> asked, Set<TransporterId> reached) {
    if (asked.contains(transporter)) {
      return SkipReason.ALREADY_OFFERED;
    }
    if (reached.contains(transporter)) {
      return SkipReason.ANOTHER_DRIVER_OF_TRANSPORTER_NEARER;
    }
    if (reached.size() == size) {
      return SkipReason.BEYOND_WAVE_SIZE;
    }
    reached.add(transporter);
    return null;
  }
}
