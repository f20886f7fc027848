package com.weelo.dispatch.location.cleaning;

import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where believing ends. The defaults for movement are those by which the San Francisco taxi traces
 * were cleaned.
 *
 * @param tolerance metres that two fixes may lie apart however short the time between them
 * @param fastest km/h by which they may lie further apart for the time between them
 * @param worstAccuracy metres of uncertainty above which a fix says nothing; as the tolerance, for
 *     what is less certain than that can not be judged by it
 * @param fixesToHold so many fixes elsewhere that agree, over at least {@code timeToHold}, are the
 *     new position
 * @param timeToHold see {@code fixesToHold}
 * @param resendWindow within it of the last fix, the device's running number is believed; later it
 *     may as well have started anew
 * @param clockAhead how far a device's clock may be ahead of ours
 */
public record CleaningRules(
    @Positive @DefaultValue("250") double tolerance,
    @Positive @DefaultValue("160") double fastest,
    @Positive @DefaultValue("250") double worstAccuracy,
    @Positive @DefaultValue("5") int fixesToHold,
    @DefaultValue("3m") Duration timeToHold,
    @DefaultValue("1m") Duration resendWindow,
    @DefaultValue("1m") Duration clockAhead) {

  /** Whether one vehicle can have been at both, in either order. */
  boolean reachable(Sighting one, Sighting other) {
    var hours =
        Duration.between(one.recordedAt(), other.recordedAt()).abs().toMillis() / 3_600_000.0;
    return one.point().distanceMetersTo(other.point()) <= tolerance + fastest * 1_000 * hours;
  }

  boolean hasHeld(Elsewhere elsewhere) {
    return elsewhere.fixes() >= fixesToHold && elsewhere.held().compareTo(timeToHold) >= 0;
  }
}
