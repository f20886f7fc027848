package com.weelo.dispatch.location.intake;

import com.weelo.dispatch.events.DriverId;
import com.weelo.dispatch.events.GpsFix;
import com.weelo.dispatch.events.TransporterId;
import com.weelo.dispatch.location.cleaning.FormPolicy;
import com.weelo.dispatch.location.cleaning.FormPolicy.Violation;
import com.weelo.dispatch.location.cleaning.Report;
import com.weelo.dispatch.platform.security.Caller;
import com.weelo.dispatch.platform.security.Role;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Decides who may report what: a driver for itself, and for the transporter that its token names;
 * {@code ops} for anybody.
 */
final class AdmissionPolicy {

  private final FormPolicy form;

  AdmissionPolicy(FormPolicy form) {
    this.form = form;
  }

  /**
   * @param lastKnown for whom drivers drove last, asked where {@code ops} does not say
   */
  Admission admit(
      Caller caller, IncomingPoint point, Map<DriverId, TransporterId> lastKnown, Instant now) {
    var own = new DriverId(caller.userId().value());
    if (caller.is(Role.DRIVER)) {
      return point.driverId() == null || point.driverId().equals(own)
          ? admit(own, caller.transporterId(), point, now)
          : new Admission.Forbidden();
    }
    var driver = point.driverId();
    if (driver == null) {
      return refused("driverId", "is required");
    }
    var transporter = point.transporterId() == null ? lastKnown.get(driver) : point.transporterId();
    return transporter == null
        ? refused("transporterId", "is required for a driver not known yet")
        : admit(driver, transporter, point, now);
  }

  private Admission admit(
      DriverId driver, TransporterId transporter, IncomingPoint point, Instant now) {
    if (point.latitude() == null) {
      return refused("latitude", "is required");
    }
    if (point.longitude() == null) {
      return refused("longitude", "is required");
    }
    var report =
        new Report(driver, transporter, fix(point.latitude(), point.longitude(), point, now));
    var violations = form.violations(report, now);
    return violations.isEmpty()
        ? new Admission.Admitted(report)
        : new Admission.Refused(violations);
  }

  private static GpsFix fix(
      double latitude, double longitude, IncomingPoint point, Instant arrival) {
    return new GpsFix(
        latitude,
        longitude,
        point.speed(),
        point.bearing(),
        point.accuracy(),
        point.recordedAt() == null ? arrival : point.recordedAt(),
        point.sequence(),
        point.vehicleType());
  }

  private static Admission refused(String field, String message) {
    return new Admission.Refused(List.of(new Violation(field, message)));
  }
}
