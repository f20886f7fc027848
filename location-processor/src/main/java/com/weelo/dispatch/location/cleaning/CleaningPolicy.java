package com.weelo.dispatch.location.cleaning;

import com.weelo.dispatch.events.GpsFix;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Decides which fixes of a driver to believe, given what is remembered of it. It can not look
 * ahead: the first fix after a jump is dropped, and believed only once the new place has held.
 *
 * <p>A fix at the same place but a later time is not a duplicate: it is a parked truck's sign of
 * life.
 */
public final class CleaningPolicy {

  private final CleaningRules rules;
  private final Duration retention;

  /**
   * @param retention how long history is kept; older fixes have no place in it
   */
  public CleaningPolicy(CleaningRules rules, Duration retention) {
    this.rules = rules;
    this.retention = retention;
  }

  /**
   * @param fix one that {@link FormPolicy} has nothing against
   * @return {@code STORED} says that the fix belongs into history; whether it is there already,
   *     only history knows
   */
  public Verdict judge(Track track, GpsFix fix, Instant now) {
    if (fix.recordedAt().isBefore(now.minus(retention))) {
      return new Verdict(Outcome.OUTDATED, track);
    }
    if (fix.accuracy() != null && fix.accuracy() > rules.worstAccuracy()) {
      return new Verdict(Outcome.INACCURATE, track);
    }
    var here = Sighting.of(fix);
    if (isKnown(here, track)) {
      return new Verdict(Outcome.DUPLICATE, track);
    }
    var current = track.current();
    if (current == null) {
      return new Verdict(Outcome.INDEXED, Track.at(here));
    }
    if (isStraggler(here, current)) {
      return new Verdict(Outcome.OUTDATED, track);
    }
    return rules.reachable(current, here)
        ? believe(here, current, track)
        : doubt(here, current, track);
  }

  private static Verdict believe(Sighting here, Sighting current, Track track) {
    return here.recordedAt().isAfter(current.recordedAt())
        ? new Verdict(Outcome.INDEXED, Track.at(here))
        : new Verdict(Outcome.STORED, track);
  }

  private Verdict doubt(Sighting here, Sighting current, Track track) {
    if (here.recordedAt().isBefore(current.recordedAt())) {
      return new Verdict(Outcome.IMPOSSIBLE_SPEED, track);
    }
    var elsewhere = joined(track.elsewhere(), here);
    return rules.hasHeld(elsewhere)
        ? new Verdict(Outcome.INDEXED, Track.at(here))
        : new Verdict(Outcome.IMPOSSIBLE_SPEED, new Track(current, elsewhere));
  }

  private Elsewhere joined(@Nullable Elsewhere known, Sighting here) {
    return known != null && rules.reachable(known.latest(), here)
        ? known.joinedBy(here)
        : Elsewhere.startingAt(here);
  }

  private boolean isKnown(Sighting here, Track track) {
    return track.current() != null && isSame(here, track.current())
        || track.elsewhere() != null && isSame(here, track.elsewhere().latest());
  }

  /** The same instant; or sent again without an instant, and stamped with that of its arrival. */
  private boolean isSame(Sighting here, Sighting known) {
    return here.recordedAt().equals(known.recordedAt())
        || here.sequence() != null
            && Objects.equals(here.sequence(), known.sequence())
            && here.point().equals(known.point())
            && isSoonAfter(here, known);
  }

  /** Sent before the current one by its number, yet stamped later: on its arrival. */
  private boolean isStraggler(Sighting here, Sighting current) {
    return here.sequence() != null
        && current.sequence() != null
        && here.sequence() < current.sequence()
        && isSoonAfter(here, current);
  }

  private boolean isSoonAfter(Sighting here, Sighting known) {
    var elapsed = Duration.between(known.recordedAt(), here.recordedAt());
    return elapsed.isPositive() && elapsed.compareTo(rules.resendWindow()) <= 0;
  }
}
