package com.weelo.dispatch.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.weelo.dispatch.suite.client.Json;
import com.weelo.dispatch.suite.client.RestCall;
import com.weelo.dispatch.suite.client.RestReply;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Bad calls about an order, a hold and an assignment that there are: each is refused in plain
 * words, and nothing in the tables is another than before.
 */
@SystemTest
class BadOrdersIT {

  private static final String TRUCK = City.VEHICLE_TYPE;
  private static final String NO_BODY = "";

  private final RunningSuite suite;
  private final City city;
  private final OrderTables tables;
  private final BadOrdersWorld world;

  BadOrdersIT(RunningSuite suite) {
    this.suite = suite;
    this.city = suite.city();
    this.tables = new OrderTables(suite.ports(), city);
    this.world = new BadOrdersWorld(suite, city);
  }

  @Test
  void whatIsNotOnesOwnOrNotInTurnIsRefusedAndChangesNothing() {
    try (var patient = OrderInstances.patient(suite)) {
      assertThat(patient.ports()).containsExactly(suite.ports().order());
      refuseAll();
    }
  }

  private void refuseAll() {
    var asha = world.transporter(3, "TANKER");
    var ravi = world.transporter(1, "TANKER");
    var stranger = world.transporter(1, "TANKER");
    world.isOnTheMap(asha);
    world.isOnTheMap(ravi);
    var customer = suite.tokens().customer(city.newId("customer"));
    var nosy = suite.tokens().customer(city.newId("customer"));
    var draft = BadOrdersWorld.draft(city, 5);
    var order = world.post(customer, "/orders", draft, 201).path("orderId").asString();
    world.awaitOffer(asha, order);
    world.awaitOffer(ravi, order);
    var holds = "/orders/" + order + "/holds";

    refused(customer, "POST", "/orders", draft, "409 ACTIVE_ORDER_EXISTS");
    refused(nosy, "GET", "/orders/" + order, NO_BODY, "404 NOT_FOUND");
    refused(nosy, "POST", "/orders/" + order + "/cancel", Map.of("reason", "x"), "404 NOT_FOUND");
    refused(
        asha.token(),
        "POST",
        "/orders/" + order + "/cancel",
        Map.of("reason", "x"),
        "403 FORBIDDEN");

    refused(ravi.token(), "POST", holds, hold(TRUCK, asha.trucks(1)), "404 UNKNOWN_VEHICLE");
    refused(stranger.token(), "POST", holds, hold(TRUCK, stranger.trucks(1)), "403 NOT_OFFERED");
    refused(asha.token(), "POST", holds, hold("TANKER", List.of(asha.other())), "403 NOT_OFFERED");
    refused(
        asha.token(), "POST", holds, hold(TRUCK, List.of(asha.other())), "422 WRONG_VEHICLE_TYPE");
    var twice = List.of(asha.trucks(1).getFirst(), asha.trucks(1).getFirst());
    refused(asha.token(), "POST", holds, hold(TRUCK, twice), "400 VALIDATION_FAILED");
    refused(
        asha.token(),
        "PUT",
        "/vehicles/" + ravi.other() + "/status",
        Map.of("status", "maintenance"),
        "404 NOT_FOUND");

    var two = asha.trucks(2);
    var held = world.post(asha.token(), holds, hold(TRUCK, two), 201).path("holdId").asString();
    var confirm = "/holds/" + held + "/confirm";
    refused(asha.token(), "POST", holds, hold(TRUCK, two), "409 VEHICLE_BUSY");
    refused(ravi.token(), "DELETE", "/holds/" + held, NO_BODY, "404 NOT_FOUND");
    refused(customer, "DELETE", "/holds/" + held, NO_BODY, "403 FORBIDDEN");
    var his = ravi.drivers().getFirst();
    var theSame = List.of(his, his);
    var oneUnknown = List.of(his, asha.drivers().getFirst());
    refused(ravi.token(), "POST", confirm, drivers(two, asha.drivers()), "404 NOT_FOUND");
    refused(asha.token(), "POST", confirm, drivers(two, theSame), "409 DRIVER_BUSY");
    refused(asha.token(), "POST", confirm, drivers(two, oneUnknown), "404 UNKNOWN_DRIVER");
    refused(
        asha.token(),
        "POST",
        confirm,
        drivers(two.subList(0, 1), asha.drivers()),
        "400 VALIDATION_FAILED");
    refused(
        asha.token(),
        "POST",
        confirm,
        drivers(asha.trucks(3), asha.drivers()),
        "400 VALIDATION_FAILED");

    var made = world.post(asha.token(), confirm, drivers(two, asha.drivers()), 200);
    var assignment = made.at("/assignments/0/assignmentId").asString();
    refused(asha.token(), "DELETE", "/holds/" + held, NO_BODY, "409 HOLD_CONFIRMED");
    tripIsRefused(assignment, asha, ravi, customer);
    paymentIsRefused(order, customer, nosy);
    lateConfirmationIsRefused(holds, ravi);

    world.post(
        suite.tokens().ops("ops"), "/orders/" + order + "/cancel", Map.of("reason", "done"), 200);
    assertThat(tables.violations()).isEmpty();
  }

  private void tripIsRefused(
      String assignment,
      BadOrdersWorld.Transporter asha,
      BadOrdersWorld.Transporter ravi,
      String customer) {
    var path = "/assignments/" + assignment + "/status";
    for (var step : List.of("assigned", "arrived", "loaded", "in_transit", "delivered")) {
      refused(asha.token(), "POST", path, Map.of("status", step), "409 INVALID_TRANSITION");
    }
    refused(asha.token(), "POST", path, Map.of("status", "flying"), "400 VALIDATION_FAILED");
    refused(ravi.token(), "POST", path, Map.of("status", "en_route"), "404 NOT_FOUND");
    refused(customer, "POST", path, Map.of("status", "en_route"), "403 FORBIDDEN");
    world.post(asha.token(), path, Map.of("status", "en_route"), 200);
    refused(asha.token(), "POST", path, Map.of("status", "en_route"), "409 INVALID_TRANSITION");
    refused(customer, "POST", path, Map.of("status", "cancelled"), "403 FORBIDDEN");
  }

  private void paymentIsRefused(String order, String customer, String nosy) {
    refused(nosy, "POST", "/payments", payment(order, 1, "INR"), "404 NOT_FOUND");
    refused(customer, "POST", "/payments", payment(order, 0, "INR"), "400 VALIDATION_FAILED");
    refused(customer, "POST", "/payments", payment(order, -1, "INR"), "400 VALIDATION_FAILED");
    refused(customer, "POST", "/payments", payment(order, 1, "rupees"), "400 VALIDATION_FAILED");
    refused(customer, "POST", "/payments", payment(order, 1, "ZZQ"), "400 VALIDATION_FAILED");
  }

  /** Nothing but time ends this hold. */
  private void lateConfirmationIsRefused(String holds, BadOrdersWorld.Transporter ravi) {
    var one = ravi.trucks(1);
    var held = world.post(ravi.token(), holds, hold(TRUCK, one), 201).path("holdId").asString();
    await("the hold's time is up")
        .atMost(SystemTest.PATIENCE)
        .until(() ->
            tables
                .texts(
                    "SELECT h.id FROM mine JOIN holds h USING (order_id) WHERE h.status = 'active'")
                .isEmpty());
    var refusal =
        refused(
            ravi.token(),
            "POST",
            "/holds/" + held + "/confirm",
            drivers(one, ravi.drivers()),
            "409 HOLD_EXPIRED");
    assertThat(refusal.json().path("reason").asString()).isEqualTo("expired");
  }

  @Test
  void aFileWithBadRowsIsTakenOverButForThoseRows() {
    var transporter = suite.tokens().transporter(city.newId("transporter"));
    var file =
        """
        registration,vehicleType,capacityTonnes,driverName,driverPhone
        %s,TRUCK_14FT,4,,
        %s,SLEDGE,4,,
        %s,TIPPER,−1,,
        %s,TIPPER,,Asha,unknown
        """
            .formatted(city.newId("KA"), city.newId("KA"), city.newId("KA"), city.newId("KA"));
    var call =
        new RestCall(
            "POST",
            "/api/v1/fleet/import",
            Map.of("Content-Type", "text/csv"),
            file.getBytes(UTF_8));
    var report = Answer.to(world.orders().send(call.by(transporter)), 200).json();

    assertThat(report.path("results").valueStream().map(row -> row.path("outcome").asString()))
        .containsExactly("created", "rejected", "rejected", "rejected");
    assertThat(world.get(transporter, "/vehicles").path("vehicles")).hasSize(1);
    assertThat(world.get(transporter, "/drivers").path("drivers")).isEmpty();
  }

  private RestReply refused(String token, String method, String path, Object body, String answer) {
    var before = state();
    var content = body.equals(NO_BODY) ? new byte[0] : Json.bytes(body);
    var call = new RestCall(method, "/api/v1" + path, Map.of(), content).by(token);
    var reply = Answer.to(world.orders().send(call));
    assertThat(reply.status() + " " + reply.problemCode())
        .as("%s %s", path, body)
        .isEqualTo(answer);
    assertThat(reply.json().toString()).doesNotContain("Exception", "com.weelo", "springframework");
    assertThat(state()).as("after %s %s", path, body).isEqualTo(before);
    return reply;
  }

  /** All that a call could change, but for the waves, which go on by themselves. */
  private String state() {
    return tables
        .texts(
            """
            SELECT status || told.events FROM mine
              JOIN (SELECT event_key AS order_id, count(*) AS events FROM outbox
                    WHERE event_type <> 'truck.request.broadcast' GROUP BY 1) AS told
              USING (order_id)
            UNION ALL SELECT l::text FROM mine JOIN order_lines l USING (order_id)
            UNION ALL SELECT r::text FROM mine JOIN truck_requests r USING (order_id)
            UNION ALL SELECT h::text FROM mine JOIN holds h USING (order_id)
            UNION ALL SELECT a::text FROM mine JOIN assignments a USING (order_id)
            UNION ALL SELECT v::text FROM vehicles v WHERE transporter_id LIKE '%1$s%%'
            UNION ALL SELECT e::text FROM vehicle_engagements e JOIN vehicles v ON v.id = vehicle_id
              WHERE transporter_id LIKE '%1$s%%'
            UNION ALL SELECT d::text FROM drivers d WHERE transporter_id LIKE '%1$s%%'
            UNION ALL SELECT p::text FROM mine JOIN payments p ON job_id = order_id
            ORDER BY 1
            """
                .formatted(city.idsOf("transporter")))
        .stream()
        .collect(joining("\n"));
  }

  private static Map<String, Object> hold(String type, List<String> vehicles) {
    return Map.of("vehicleType", type, "vehicleIds", vehicles);
  }

  /** The first driver for the first vehicle, and so on. */
  private static Map<String, Object> drivers(List<String> vehicles, List<String> drivers) {
    var chosen = new HashMap<String, String>();
    for (var n = 0; n < vehicles.size(); n++) {
      chosen.put(vehicles.get(n), drivers.get(n));
    }
    return Map.of("drivers", chosen);
  }

  private static Map<String, Object> payment(String order, long amount, String currency) {
    return Map.of(
        "orderId",
        order,
        "method",
        "upi",
        "amount",
        Map.of("amountMinor", amount, "currency", currency));
  }
}
