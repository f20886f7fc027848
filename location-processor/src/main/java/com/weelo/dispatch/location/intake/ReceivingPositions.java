package com.weelo.dispatch.location.intake;

import com.weelo.dispatch.events.DriverId;
import com.weelo.dispatch.events.TransporterId;
import com.weelo.dispatch.location.accounting.Refusals;
import com.weelo.dispatch.location.cleaning.FormPolicy;
import com.weelo.dispatch.location.cleaning.Outcome;
import com.weelo.dispatch.location.cleaning.Report;
import com.weelo.dispatch.location.drivers.DriverStates;
import com.weelo.dispatch.platform.security.Caller;
import com.weelo.dispatch.platform.security.Role;
import com.weelo.dispatch.platform.web.Problem;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Takes positions in: checks form and identity, hands them to Kafka. Whether they can be true is
 * judged behind Kafka, where the driver's last one is known.
 */
@Component
public class ReceivingPositions {

  private final AdmissionPolicy admission;
  private final FormPolicy form;
  private final DriverStates states;
  private final Refusals refusals;
  private final FixStream stream;
  private final Clock clock;

  ReceivingPositions(
      FormPolicy form, DriverStates states, Refusals refusals, FixStream stream, Clock clock) {
    this.admission = new AdmissionPolicy(form);
    this.form = form;
    this.states = states;
    this.refusals = refusals;
    this.stream = stream;
    this.clock = clock;
  }

  /**
   * Takes one position, just recorded. Where the device's clock is ahead, the time of arrival
   * stands for its time.
   *
   * @throws Problem 400 where it is no position, 403 where it is somebody else's, 503 where Kafka
   *     does not take it
   */
  public void receive(Caller caller, IncomingPoint point) {
    var now = clock.instant();
    var timely =
        point.recordedAt() != null && form.isFuture(point.recordedAt(), now)
            ? point.untimed()
            : point;
    switch (admission.admit(caller, timely, lastKnown(caller, List.of(timely)), now)) {
      case Admission.Admitted(var report) -> stream.send(report);
      case Admission.Forbidden() -> throw forbidden();
      case Admission.Refused(var violations) -> {
        refusals.count(1);
        throw new Problem(
                HttpStatus.BAD_REQUEST, "VALIDATION_FAILED", "The request has invalid fields.")
            .with("errors", violations);
      }
    }
  }

  /**
   * Takes what is fit to be taken of many positions.
   *
   * @throws Problem 403 where one is somebody else's, and 503 where Kafka does not take them all:
   *     to be sent again, for what it did take is recognised
   */
  public Receipt receive(Caller caller, List<IncomingPoint> points) {
    var now = clock.instant();
    var lastKnown = lastKnown(caller, points);
    var admitted = new ArrayList<Report>();
    var rejected = new ArrayList<Receipt.Rejected>();
    for (var index = 0; index < points.size(); index++) {
      switch (admission.admit(caller, points.get(index), lastKnown, now)) {
        case Admission.Admitted(var report) -> admitted.add(report);
        case Admission.Forbidden() -> throw forbidden();
        case Admission.Refused(var violations) ->
            rejected.add(new Receipt.Rejected(index, Outcome.INVALID.code(), violations));
      }
    }
    stream.send(admitted);
    refusals.count(rejected.size());
    return new Receipt(admitted.size(), rejected);
  }

  /** Asked for a whole request at once, and only where it leaves something open. */
  private Map<DriverId, TransporterId> lastKnown(Caller caller, List<IncomingPoint> points) {
    if (!caller.is(Role.OPS)) {
      return Map.of();
    }
    var open =
        points.stream()
            .filter(point -> point.transporterId() == null)
            .map(IncomingPoint::driverId)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    return open.isEmpty() ? Map.of() : states.transportersOf(open);
  }

  private static Problem forbidden() {
    return Problem.forbidden("A driver reports only its own position.");
  }
}
