package com.weelo.dispatch.order.assignments;

import static java.util.stream.Collectors.toMap;

import com.weelo.dispatch.events.AssignmentId;
import com.weelo.dispatch.events.DriverId;
import com.weelo.dispatch.events.OrderId;
import com.weelo.dispatch.events.TransporterId;
import com.weelo.dispatch.events.TruckRequestId;
import com.weelo.dispatch.events.UserId;
import com.weelo.dispatch.order.fleet.Fleet;
import com.weelo.dispatch.platform.web.Problem;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The vehicles of a hold go on an order's jobs, each with a driver: all of them or none. */
@Service
public class CreatingAssignments {

  private final Fleet fleet;
  private final NewAssignments newAssignments;
  private final Clock clock;

  CreatingAssignments(Fleet fleet, NewAssignments newAssignments, Clock clock) {
    this.fleet = fleet;
    this.newAssignments = newAssignments;
    this.clock = clock;
  }

  /** Which of the hold's vehicles serves which truck request, with whom at the wheel. */
  public record Confirmed(String truckRequestId, String vehicleId, String driverId) {}

  /** What was made of it. */
  public record NewAssignment(
      String assignmentId, String truckRequestId, String vehicleId, String driverId) {}

  /**
   * Runs in the caller's transaction, which holds the lock of the order.
   *
   * @param trucks each vehicle and each truck request once
   * @throws Problem 404 {@code UNKNOWN_VEHICLE} where the hold does not have one, 404 {@code
   *     UNKNOWN_DRIVER}, 409 {@code DRIVER_BUSY}; the transaction is to be rolled back then
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public List<NewAssignment> confirm(
      OrderId order,
      UserId customer,
      TransporterId transporter,
      String holdId,
      List<Confirmed> trucks) {
    var jobs = trucks.stream().collect(toMap(Confirmed::vehicleId, t -> Assignment.nextId()));
    var vehicles = fleet.engageHeld(holdId, transporter, jobs);
    var now = clock.instant();
    var fresh =
        trucks.stream()
            .map(truck -> {
              var vehicle = Objects.requireNonNull(vehicles.get(truck.vehicleId()));
              return Assignment.to(
                  new Job.OfOrder(order, new TruckRequestId(truck.truckRequestId()), customer),
                  Objects.requireNonNull(jobs.get(truck.vehicleId())),
                  transporter,
                  vehicle.id(),
                  vehicle.type(),
                  new DriverId(truck.driverId()),
                  now);
            })
            .toList();
    newAssignments.begin(transporter, fresh);
    return trucks.stream()
        .map(truck -> answer(truck, Objects.requireNonNull(jobs.get(truck.vehicleId()))))
        .toList();
  }

  private static NewAssignment answer(Confirmed truck, AssignmentId assignment) {
    return new NewAssignment(
        assignment.value(), truck.truckRequestId(), truck.vehicleId(), truck.driverId());
  }
}
