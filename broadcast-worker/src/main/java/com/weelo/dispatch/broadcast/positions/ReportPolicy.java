package com.weelo.dispatch.broadcast.positions;

import com.weelo.dispatch.broadcast.frames.Refused;
import com.weelo.dispatch.events.DriverId;
import com.weelo.dispatch.events.GpsFix;
import com.weelo.dispatch.events.LocationEvent;
import com.weelo.dispatch.platform.security.Caller;
import com.weelo.dispatch.platform.security.Role;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Decides which positions are taken from a socket. Whether they can be true is judged elsewhere.
 */
final class ReportPolicy {

  private static final long EARTHS_GIRTH_METERS = 40_075_000;

  private ReportPolicy() {}

  /**
   * @throws Refused where the caller is no driver, or it is not a position of the caller's own
   */
  static LocationEvent.Updated accept(Caller caller, ReportedPosition position, Instant now) {
    var driver = new DriverId(caller.userId().value());
    var named = position.driverId();
    if (!caller.is(Role.DRIVER) || (named != null && !named.equals(driver))) {
      throw new Refused(Refused.Code.FORBIDDEN, "A driver reports its own position.");
    }
    var fix =
        new GpsFix(
            within("latitude", required("latitude", position.latitude()), -90, 90),
            within("longitude", required("longitude", position.longitude()), -180, 180),
            optional("speed", position.speed(), 1_000),
            optional("bearing", position.bearing(), 360),
            optional("accuracy", position.accuracy(), EARTHS_GIRTH_METERS),
            time(position.recordedAt(), now),
            position.sequence(),
            position.vehicleType());
    if (fix.latitude() == 0 && fix.longitude() == 0) {
      throw Refused.invalid("latitude", "is 0 as the longitude is: not a position");
    }
    return new LocationEvent.Updated(driver, caller.transporterId(), fix);
  }

  /** Where the device's clock is ahead, the time of arrival stands for its time. */
  private static Instant time(@Nullable Instant recordedAt, Instant now) {
    return recordedAt == null || recordedAt.isAfter(now) ? now : recordedAt;
  }

  private static double required(String field, @Nullable Double value) {
    if (value == null) {
      throw Refused.invalid(field, "is required");
    }
    return value;
  }

  private static @Nullable Double optional(String field, @Nullable Double value, long max) {
    return value == null ? null : within(field, value, 0, max);
  }

  private static double within(String field, double value, long min, long max) {
    // Written so that NaN fails too.
    if (!(value >= min && value <= max)) {
      throw Refused.invalid(field, "must be between %d and %d".formatted(min, max));
    }
    return value;
  }
}
