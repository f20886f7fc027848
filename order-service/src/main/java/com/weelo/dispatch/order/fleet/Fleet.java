package com.weelo.dispatch.order.fleet;

import static java.util.stream.Collectors.toMap;

import com.weelo.dispatch.events.AssignmentId;
import com.weelo.dispatch.events.TransporterId;
import com.weelo.dispatch.events.VehicleId;
import com.weelo.dispatch.events.VehicleType;
import com.weelo.dispatch.platform.web.Problem;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Vehicles are taken and given back, always in the transaction of what they are taken for. */
@Service
public class Fleet {

  private final Vehicles vehicles;
  private final Engagements engagements;
  private final JdbcTemplate jdbc;

  Fleet(Vehicles vehicles, Engagements engagements, JdbcTemplate jdbc) {
    this.vehicles = vehicles;
    this.engagements = engagements;
    this.jdbc = jdbc;
  }

  /**
   * Takes vehicles for a hold: all of them or none.
   *
   * @throws Problem 404 {@code UNKNOWN_VEHICLE}, 422 {@code WRONG_VEHICLE_TYPE} or 409 {@code
   *     VEHICLE_BUSY}; the caller's transaction is to be rolled back then
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void reserve(
      String holdId, TransporterId owner, VehicleType type, List<String> vehicleIds) {
    var wanted = wanted(owner, type, vehicleIds);
    requireTaken(wanted, engagements.begin(wanted, holdId, null));
  }

  /** Gives back what a hold took and made no assignments of. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void release(String holdId) {
    engagements.endOf(holdId);
  }

  /**
   * Takes a vehicle for a job at once.
   *
   * @throws Problem as {@link #reserve}
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void engage(
      AssignmentId assignment, TransporterId owner, VehicleType type, VehicleId vehicle) {
    var wanted = wanted(owner, type, List.of(vehicle.value()));
    requireTaken(wanted, engagements.begin(wanted, null, assignment));
  }

  /**
   * Vehicles that a hold has go on their jobs.
   *
   * @param jobs by vehicle
   * @return the vehicles by their ids
   * @throws Problem 404 {@code UNKNOWN_VEHICLE} where the hold does not have one of them
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Map<String, Vehicle> engageHeld(
      String holdId, TransporterId owner, Map<String, AssignmentId> jobs) {
    var went = engagements.assign(holdId, jobs);
    require(
        jobs.keySet().stream().filter(id -> !went.contains(id)).toList(),
        HttpStatus.NOT_FOUND,
        "UNKNOWN_VEHICLE",
        "The hold does not have this vehicle.");
    return vehicles.find(owner, went).stream()
        .collect(toMap(vehicle -> vehicle.id().value(), Function.identity()));
  }

  /** Vehicles whose jobs are over are free again. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void free(Collection<AssignmentId> assignments) {
    engagements.endOf(assignments);
  }

  /**
   * How many vehicles of the type each transporter could send at once; those with none are left
   * out.
   */
  @Transactional(propagation = Propagation.SUPPORTS)
  public Map<TransporterId, Integer> freeVehicles(
      VehicleType type, Collection<TransporterId> among) {
    var free = new HashMap<TransporterId, Integer>();
    jdbc.query(
        """
        SELECT transporter_id, count(*) FROM vehicles v
        WHERE transporter_id = ANY (?) AND vehicle_type = ? AND status = 'available'
          AND NOT EXISTS (SELECT FROM vehicle_engagements e
                          WHERE e.registration = v.registration AND e.ended_at IS NULL)
        GROUP BY transporter_id
        """,
        row -> {
          free.put(new TransporterId(row.getString(1)), row.getInt(2));
        },
        among.stream().map(TransporterId::value).distinct().toArray(String[]::new),
        type.code());
    return free;
  }

  /** Forgets who had which vehicle before. */
  public void forgetBefore(Instant time) {
    engagements.forgetBefore(time);
  }

  private List<Vehicle> wanted(TransporterId owner, VehicleType type, List<String> ids) {
    if (new HashSet<>(ids).size() < ids.size()) {
      throw Problem.invalid("vehicleIds", "names a vehicle twice");
    }
    var found = vehicles.find(owner, ids);
    var known = found.stream().map(vehicle -> vehicle.id().value()).toList();
    require(
        ids.stream().filter(id -> !known.contains(id)).toList(),
        HttpStatus.NOT_FOUND,
        "UNKNOWN_VEHICLE",
        "Your fleet has no such vehicle.");
    require(
        idsOf(found, vehicle -> !vehicle.type().equals(type)),
        HttpStatus.UNPROCESSABLE_CONTENT,
        "WRONG_VEHICLE_TYPE",
        "A " + type + " is wanted.");
    require(
        idsOf(found, vehicle -> vehicle.status() != VehicleStatus.AVAILABLE),
        HttpStatus.CONFLICT,
        "VEHICLE_BUSY",
        "The vehicle is not available.");
    return found;
  }

  private static void requireTaken(List<Vehicle> wanted, Collection<String> taken) {
    require(
        idsOf(wanted, vehicle -> !taken.contains(vehicle.id().value())),
        HttpStatus.CONFLICT,
        "VEHICLE_BUSY",
        "The vehicle is held or on a job.");
  }

  private static List<String> idsOf(List<Vehicle> vehicles, Predicate<Vehicle> which) {
    return vehicles.stream().filter(which).map(vehicle -> vehicle.id().value()).toList();
  }

  private static void require(
      List<String> offending, HttpStatus status, String code, String detail) {
    if (!offending.isEmpty()) {
      throw new Problem(status, code, detail).with("vehicleIds", offending);
    }
  }
}
