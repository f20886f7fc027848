package com.weelo.dispatch.order.assignments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.weelo.dispatch.events.EventIds;
import com.weelo.dispatch.events.OrderId;
import com.weelo.dispatch.events.TransporterId;
import com.weelo.dispatch.events.UserId;
import com.weelo.dispatch.events.VehicleType;
import com.weelo.dispatch.order.assignments.CreatingAssignments.Confirmed;
import com.weelo.dispatch.order.assignments.CreatingAssignments.NewAssignment;
import com.weelo.dispatch.order.fleet.Fleet;
import com.weelo.dispatch.order.testing.Api;
import com.weelo.dispatch.order.testing.Carrier;
import com.weelo.dispatch.order.testing.OrderServiceTest;
import com.weelo.dispatch.order.testing.PublishedEvents;
import com.weelo.dispatch.platform.web.Problem;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;

@OrderServiceTest
class ConfirmingHoldsIT {

  private static final VehicleType TIPPER = new VehicleType("TIPPER");
  private static final UserId CUSTOMER = new UserId("customer-1");

  private final Fleet fleet;
  private final CreatingAssignments creating;
  private final CancellingAssignments cancelling;
  private final TransactionOperations transactions;
  private final Api api;
  private final PublishedEvents events;
  private final Carrier carrier;

  private final String hold = "hold-" + EventIds.next();
  private final OrderId order = new OrderId("order-" + EventIds.next());

  @Autowired
  ConfirmingHoldsIT(
      Fleet fleet,
      CreatingAssignments creating,
      CancellingAssignments cancelling,
      TransactionOperations transactions,
      Api api,
      PublishedEvents events) {
    this.fleet = fleet;
    this.creating = creating;
    this.cancelling = cancelling;
    this.transactions = transactions;
    this.api = api;
    this.events = events;
    this.carrier = Carrier.of(api);
  }

  @Test
  void a_hold_takes_all_its_vehicles_or_none() {
    var one = carrier.vehicle("TIPPER");
    var other = carrier.vehicle("TIPPER");
    var free = carrier.vehicle("TIPPER");
    reserve(hold, one, other);

    assertThat(problem(() -> reserve("hold-2", free, other)).code()).isEqualTo("VEHICLE_BUSY");

    assertThat(isBusy(one)).isTrue();
    assertThat(isBusy(other)).isTrue();
    assertThat(isBusy(free)).isFalse();
  }

  @Test
  void what_can_not_be_held_is_said() {
    var vehicle = carrier.vehicle("TIPPER");
    var stranger = Carrier.of(api).vehicle("TIPPER");
    var laidUp = carrier.vehicle("TIPPER");
    api.put(carrier.token(), "/vehicles/" + laidUp + "/status", Map.of("status", "unavailable"));

    assertThat(problem(() -> reserve(hold, vehicle, stranger)).code()).isEqualTo("UNKNOWN_VEHICLE");
    assertThat(problem(() -> reserve(hold, vehicle, carrier.vehicle("TANKER"))).code())
        .isEqualTo("WRONG_VEHICLE_TYPE");
    assertThat(problem(() -> reserve(hold, vehicle, laidUp)).code()).isEqualTo("VEHICLE_BUSY");
    assertThat(problem(() -> reserve(hold, vehicle, vehicle)).code())
        .isEqualTo("VALIDATION_FAILED");
    assertThat(isBusy(vehicle)).isFalse();
  }

  @Test
  void a_released_hold_gives_its_vehicles_back() {
    var vehicle = carrier.vehicle("TIPPER");
    reserve(hold, vehicle);

    transactions.executeWithoutResult(status -> fleet.release(hold));

    assertThat(isBusy(vehicle)).isFalse();
    reserve("hold-2" + hold, vehicle);
    transactions.executeWithoutResult(status -> fleet.release(hold));
    assertThat(isBusy(vehicle)).as("an old hold gives back nothing of a new one").isTrue();
  }

  @Test
  void free_vehicles_are_counted_by_transporter() {
    var other = Carrier.of(api);
    var none = Carrier.of(api);
    var held = carrier.vehicle("TIPPER");
    carrier.vehicle("TIPPER");
    carrier.vehicle("TIPPER");
    carrier.vehicle("TANKER");
    other.vehicle("TIPPER");
    reserve(hold, held);

    assertThat(
            fleet.freeVehicles(
                TIPPER,
                List.of(carrier.transporterId(), other.transporterId(), none.transporterId())))
        .isEqualTo(Map.of(carrier.transporterId(), 2, other.transporterId(), 1));
  }

  @Test
  void confirmed_vehicles_go_on_their_jobs_and_the_others_are_free() {
    var vehicles = List.of(carrier.vehicle("TIPPER"), carrier.vehicle("TIPPER"));
    var left = carrier.vehicle("TIPPER");
    var drivers = List.of(carrier.driver(), carrier.driver());
    reserve(hold, vehicles.get(0), vehicles.get(1), left);

    var made =
        confirm(
            hold,
            new Confirmed("request-1" + hold, vehicles.get(0), drivers.get(0)),
            new Confirmed("request-2" + hold, vehicles.get(1), drivers.get(1)));
    transactions.executeWithoutResult(status -> fleet.release(hold));

    assertThat(made).extracting(NewAssignment::driverId).isEqualTo(drivers);
    assertThat(made).extracting(NewAssignment::vehicleId).isEqualTo(vehicles);
    assertThat(vehicles).allMatch(this::isBusy);
    assertThat(isBusy(left)).isFalse();
    assertThat(PublishedEvents.types(events.ofJob(order.value())))
        .containsExactly("assignment.created", "assignment.created");
    assertThat(PublishedEvents.versions(events.ofJob(order.value()))).containsExactly(1, 1);
    var told = events.ofJob(order.value(), made.getFirst().assignmentId()).getFirst();
    assertThat(told.at("/data/truckRequestId").asString()).isEqualTo("request-1" + hold);
    assertThat(told.at("/data/vehicleType").asString()).isEqualTo("TIPPER");
  }

  @Test
  void a_confirmation_with_something_wrong_assigns_nothing() {
    var one = carrier.vehicle("TIPPER");
    var other = carrier.vehicle("TIPPER");
    var notHeld = carrier.vehicle("TIPPER");
    var driver = carrier.driver();
    var busy = carrier.driver();
    var elsewhere = carrier.vehicle("TIPPER");
    reserve(hold, one, other);
    reserve("other" + hold, elsewhere);
    confirm("other" + hold, new Confirmed("elsewhere" + hold, elsewhere, busy));
    var told = events.ofJob(order.value()).size();
    var first = new Confirmed("request-1" + hold, one, driver);

    assertThat(problem(() -> confirm(hold, first, truck(other, busy))).code())
        .isEqualTo("DRIVER_BUSY");
    assertThat(problem(() -> confirm(hold, first, truck(other, driver))).code())
        .isEqualTo("DRIVER_BUSY");
    assertThat(problem(() -> confirm(hold, first, truck(other, "nobody"))).code())
        .isEqualTo("UNKNOWN_DRIVER");
    assertThat(problem(() -> confirm(hold, first, truck(notHeld, carrier.driver()))).code())
        .isEqualTo("UNKNOWN_VEHICLE");

    assertThat(events.ofJob(order.value())).hasSize(told);
    assertThat(confirm(hold, first, truck(other, carrier.driver()))).hasSize(2);
  }

  @Test
  void an_order_that_is_called_off_frees_all_that_has_not_delivered() {
    var vehicles =
        List.of(carrier.vehicle("TIPPER"), carrier.vehicle("TIPPER"), carrier.vehicle("TIPPER"));
    reserve(hold, vehicles.toArray(String[]::new));
    var made =
        confirm(
            hold,
            truck(vehicles.get(0), carrier.driver()),
            truck(vehicles.get(1), carrier.driver()),
            truck(vehicles.get(2), carrier.driver()));
    var delivered = made.getFirst().assignmentId();
    List.of("en_route", "arrived", "loaded", "in_transit", "delivered")
        .forEach(status -> carrier.says(delivered, status));
    carrier.says(made.get(1).assignmentId(), "en_route");

    transactions.executeWithoutResult(status -> cancelling.cancelAll(order, "changed plans"));
    transactions.executeWithoutResult(status -> cancelling.cancelAll(order, "once more"));

    assertThat(vehicles).noneMatch(this::isBusy);
    assertThat(PublishedEvents.statuses(events.ofJob(order.value(), made.get(1).assignmentId())))
        .containsExactly("assigned", "en_route", "cancelled");
    assertThat(PublishedEvents.versions(events.ofJob(order.value(), made.get(2).assignmentId())))
        .containsExactly(1, 2);
    assertThat(PublishedEvents.statuses(events.ofJob(order.value(), delivered)).getLast())
        .isEqualTo("delivered");
  }

  private Confirmed truck(String vehicle, String driver) {
    return new Confirmed("request for " + vehicle, vehicle, driver);
  }

  private void reserve(String holdId, String... vehicles) {
    transactions.executeWithoutResult(
        status -> fleet.reserve(holdId, owner(), TIPPER, List.of(vehicles)));
  }

  private List<NewAssignment> confirm(String holdId, Confirmed... trucks) {
    return transactions.execute(
        status -> creating.confirm(order, CUSTOMER, owner(), holdId, List.of(trucks)));
  }

  private TransporterId owner() {
    return carrier.transporterId();
  }

  private static Problem problem(Runnable action) {
    var problem = new Problem[1];
    assertThatExceptionOfType(Problem.class)
        .isThrownBy(action::run)
        .satisfies(thrown -> problem[0] = thrown);
    return problem[0];
  }

  private boolean isBusy(String vehicle) {
    return api.get(carrier.token(), "/vehicles/" + vehicle).body().path("busy").asBoolean();
  }
}
