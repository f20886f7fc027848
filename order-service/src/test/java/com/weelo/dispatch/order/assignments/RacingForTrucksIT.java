package com.weelo.dispatch.order.assignments;

import static org.assertj.core.api.Assertions.assertThat;

import com.weelo.dispatch.events.BookingId;
import com.weelo.dispatch.events.DriverId;
import com.weelo.dispatch.events.EventIds;
import com.weelo.dispatch.events.OrderId;
import com.weelo.dispatch.events.TransporterId;
import com.weelo.dispatch.events.TripStatus;
import com.weelo.dispatch.events.UserId;
import com.weelo.dispatch.events.VehicleId;
import com.weelo.dispatch.events.VehicleType;
import com.weelo.dispatch.order.assignments.CreatingAssignments.Confirmed;
import com.weelo.dispatch.order.fleet.Fleet;
import com.weelo.dispatch.order.testing.Api;
import com.weelo.dispatch.order.testing.Carrier;
import com.weelo.dispatch.order.testing.OrderServiceTest;
import com.weelo.dispatch.order.testing.PublishedEvents;
import com.weelo.dispatch.platform.security.Caller;
import com.weelo.dispatch.platform.security.Role;
import com.weelo.dispatch.platform.web.Problem;
import com.weelo.dispatch.testing.Together;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Two fleets that share trucks and drivers assign, hold, confirm, release, cancel and deliver all
 * at once, in an order that the seed and the machine make up. Who has what is written on a board,
 * within the transaction that changes it: if the database lets two have the same, the second finds
 * the first one's name there.
 */
@OrderServiceTest
class RacingForTrucksIT {

  private static final int ACTORS = 8;
  private static final int ACTS = 400;
  private static final VehicleType TRUCK = new VehicleType("TRUCK_14FT");
  private static final UserId CUSTOMER = new UserId("customer");

  private final Api api;
  private final Fleet fleet;
  private final WonBookings bookings;
  private final Assignments assignments;
  private final AssigningBooking assigning;
  private final CreatingAssignments creating;
  private final CancellingAssignments cancelling;
  private final AdvancingTrip advancing;
  private final TransactionOperations transactions;
  private final PublishedEvents events;

  private final Map<String, String> board = new ConcurrentHashMap<>();
  private final Queue<String> jobs = new ConcurrentLinkedQueue<>();
  private final Queue<String> outcomes = new ConcurrentLinkedQueue<>();

  @Autowired
  RacingForTrucksIT(
      Api api,
      Fleet fleet,
      WonBookings bookings,
      Assignments assignments,
      AssigningBooking assigning,
      CreatingAssignments creating,
      CancellingAssignments cancelling,
      AdvancingTrip advancing,
      TransactionOperations transactions,
      PublishedEvents events) {
    this.api = api;
    this.fleet = fleet;
    this.bookings = bookings;
    this.assignments = assignments;
    this.assigning = assigning;
    this.creating = creating;
    this.cancelling = cancelling;
    this.advancing = advancing;
    this.transactions = transactions;
    this.events = events;
  }

  /**
   * A fleet whose trucks and drivers are another's too.
   *
   * @param plates by the ids that the fleet has for the trucks
   */
  private record Yard(TransporterId owner, Map<String, String> plates, List<String> drivers) {
    String plateOf(String vehicle) {
      return plates.getOrDefault(vehicle, "");
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void no_truck_and_no_driver_is_ever_on_two_jobs(long seed) {
    var random = new Random(seed);
    var drivers = IntStream.range(0, 5).mapToObj(n -> "driver-" + EventIds.next()).toList();
    var plates = IntStream.range(0, 5).mapToObj(n -> "KA" + EventIds.next()).toList();
    var yards = IntStream.range(0, 2).mapToObj(n -> yard(plates, drivers)).toList();
    var acts = new ConcurrentLinkedQueue<Runnable>();
    IntStream.range(0, ACTS).forEach(n -> acts.add(act(random, yards)));

    Together.all(ACTORS, n -> performAll(acts));

    assertThat(outcomes).contains("done", "VEHICLE_BUSY", "DRIVER_BUSY", "INVALID_TRANSITION");
    assertThat(jobs).allSatisfy(this::tellsAllItsVersions);
    yards.forEach(this::assertFleetIsWhatTheBoardSays);
  }

  private Yard yard(List<String> plates, List<String> drivers) {
    var carrier = Carrier.of(api);
    var vehicles = new java.util.LinkedHashMap<String, String>();
    plates.forEach(plate -> vehicles.put(carrier.vehicle("TRUCK_14FT", plate), plate));
    drivers.forEach(carrier::employs);
    return new Yard(carrier.transporterId(), vehicles, drivers);
  }

  private Runnable act(Random random, List<Yard> yards) {
    var yard = yards.get(random.nextInt(yards.size()));
    var vehicles = new ArrayList<>(yard.plates().keySet());
    var drivers = new ArrayList<>(yard.drivers());
    Collections.shuffle(vehicles, random);
    Collections.shuffle(drivers, random);
    var some = vehicles.subList(0, 1 + random.nextInt(3));
    return switch (random.nextInt(8)) {
      case 0, 1 -> () -> assignBooking(yard, vehicles.getFirst(), drivers.getFirst());
      case 2, 3 -> () -> holdAndConfirm(yard, some, drivers, random.nextBoolean());
      case 4 -> () -> holdAndRelease(yard, some);
      default -> () -> advanceAll(yard);
    };
  }

  private static int performAll(Queue<Runnable> acts) {
    var performed = 0;
    for (var act = acts.poll(); act != null; act = acts.poll()) {
      act.run();
      performed++;
    }
    return performed;
  }

  private void assignBooking(Yard yard, String vehicle, String driver) {
    var booking = new BookingId("booking-" + EventIds.next());
    jobs.add(booking.value());
    tries(() -> bookings.write(new WonBooking(booking, CUSTOMER, yard.owner(), TRUCK, false)));
    tries(() -> {
      var made =
          assigning.assign(yard.owner(), booking, new VehicleId(vehicle), new DriverId(driver));
      take(yard.plateOf(vehicle), made.id().value());
      take(driver, made.id().value());
    });
  }

  private void holdAndConfirm(
      Yard yard, List<String> vehicles, List<String> drivers, boolean calledOff) {
    var hold = "hold-" + EventIds.next();
    var order = new OrderId("order-" + EventIds.next());
    jobs.add(order.value());
    if (!reserves(hold, yard, vehicles)) {
      return;
    }
    var trucks =
        IntStream.range(0, vehicles.size())
            .mapToObj(n -> new Confirmed(hold + "-" + n, vehicles.get(n), drivers.get(n)))
            .toList();
    if (!tries(
        () -> {
          creating
              .confirm(order, CUSTOMER, yard.owner(), hold, trucks)
              .forEach(made -> {
                leave(yard.plateOf(made.vehicleId()), hold);
                take(yard.plateOf(made.vehicleId()), made.assignmentId());
                take(made.driverId(), made.assignmentId());
              });
        })) {
      releases(hold, yard, vehicles);
    } else if (calledOff) {
      tries(() -> {
        var active = assignments.lockActive(order);
        cancelling.cancelAll(order, "changed plans");
        active.forEach(made -> leaveAll(yard, made));
      });
    }
  }

  private void holdAndRelease(Yard yard, List<String> vehicles) {
    var hold = "hold-" + EventIds.next();
    if (reserves(hold, yard, vehicles)) {
      releases(hold, yard, vehicles);
    }
  }

  private boolean reserves(String hold, Yard yard, List<String> vehicles) {
    return tries(() -> {
      fleet.reserve(hold, yard.owner(), TRUCK, vehicles);
      vehicles.forEach(vehicle -> take(yard.plateOf(vehicle), hold));
    });
  }

  private void releases(String hold, Yard yard, List<String> vehicles) {
    tries(() -> {
      fleet.release(hold);
      vehicles.forEach(vehicle -> leave(yard.plateOf(vehicle), hold));
    });
  }

  /** All trucks of the fleet get on, some to the end, while others may do the same. */
  private void advanceAll(Yard yard) {
    var caller = new Caller(yard.owner().asUser(), Role.TRANSPORTER, null);
    for (var seen : assignments.page(AssignmentFilter.of(caller).active(), 3)) {
      var next = TripStatus.values()[seen.status().ordinal() + 1];
      tries(() -> {
        var advanced = advancing.advance(seen.id(), caller, next, null);
        if (TripPolicy.isOver(advanced.status())) {
          leaveAll(yard, advanced);
        }
      });
    }
  }

  private void take(String what, String by) {
    assertThat(board.putIfAbsent(what, by)).as("%s is free for %s", what, by).isNull();
  }

  private void leave(String what, String by) {
    assertThat(board.remove(what, by)).as("%s was with %s", what, by).isTrue();
  }

  private void leaveAll(Yard yard, Assignment assignment) {
    leave(yard.plateOf(assignment.vehicleId().value()), assignment.id().value());
    leave(assignment.driverId().value(), assignment.id().value());
  }

  /**
   * @return false where there was a problem that the contract knows
   */
  private boolean tries(Runnable work) {
    try {
      transactions.executeWithoutResult(status -> work.run());
      outcomes.add("done");
      return true;
    } catch (Problem problem) {
      assertThat(problem.code()).isIn("VEHICLE_BUSY", "DRIVER_BUSY", "INVALID_TRANSITION");
      outcomes.add(problem.code());
      return false;
    }
  }

  private void tellsAllItsVersions(String job) {
    var told = events.ofJob(job);
    told.stream()
        .map(event -> event.at("/data/assignmentId").asString())
        .distinct()
        .forEach(assignment -> {
          var versions = PublishedEvents.versions(events.ofJob(job, assignment));
          assertThat(versions)
              .isEqualTo(IntStream.rangeClosed(1, versions.size()).boxed().toList());
        });
  }

  private void assertFleetIsWhatTheBoardSays(Yard yard) {
    var token = new Carrier(api, yard.owner().value()).token();
    for (var list : List.of("vehicles", "drivers")) {
      api.get(token, "/" + list)
          .body()
          .path(list)
          .forEach(found ->
              assertThat(found.path("busy").asBoolean())
                  .isEqualTo(
                      board.containsKey(
                          found.path("registration").asString("").isEmpty()
                              ? found.path("driverId").asString()
                              : yard.plateOf(found.path("vehicleId").asString()))));
    }
  }
}
