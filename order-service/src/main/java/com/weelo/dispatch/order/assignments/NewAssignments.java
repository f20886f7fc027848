package com.weelo.dispatch.order.assignments;

import static java.util.Collections.frequency;

import com.weelo.dispatch.events.DriverId;
import com.weelo.dispatch.events.TransporterId;
import com.weelo.dispatch.order.fleet.Drivers;
import com.weelo.dispatch.platform.outbox.Outbox;
import com.weelo.dispatch.platform.web.Problem;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Puts drivers, whose vehicles are taken already, on their jobs: all of them or none. */
@Component
class NewAssignments {

  private final Drivers drivers;
  private final Assignments assignments;
  private final Outbox outbox;

  NewAssignments(Drivers drivers, Assignments assignments, Outbox outbox) {
    this.drivers = drivers;
    this.assignments = assignments;
    this.outbox = outbox;
  }

  /**
   * @throws Problem 404 {@code UNKNOWN_DRIVER} or 409 {@code DRIVER_BUSY}; the caller's transaction
   *     is to be rolled back then
   */
  void begin(TransporterId employer, Collection<Assignment> fresh) {
    var wanted = fresh.stream().map(Assignment::driverId).toList();
    require(
        wanted.stream().filter(driver -> frequency(wanted, driver) > 1).distinct().toList(),
        HttpStatus.CONFLICT,
        "DRIVER_BUSY",
        "A driver can not drive two vehicles.");
    require(
        without(wanted, drivers.of(employer, wanted)),
        HttpStatus.NOT_FOUND,
        "UNKNOWN_DRIVER",
        "Your fleet has no such driver.");
    require(
        without(wanted, assignments.insert(fresh)),
        HttpStatus.CONFLICT,
        "DRIVER_BUSY",
        "The driver is on a job.");
    fresh.forEach(assignment -> outbox.publish(assignment.created(), assignment.version()));
  }

  private static List<DriverId> without(Collection<DriverId> wanted, Set<DriverId> fit) {
    return wanted.stream().filter(driver -> !fit.contains(driver)).distinct().toList();
  }

  private static void require(
      List<DriverId> offending, HttpStatus status, String code, String detail) {
    if (!offending.isEmpty()) {
      throw new Problem(status, code, detail).with("driverIds", offending);
    }
  }
}
