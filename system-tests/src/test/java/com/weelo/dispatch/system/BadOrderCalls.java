package com.weelo.dispatch.system;

import static com.weelo.dispatch.system.BadCall.order;

import com.weelo.dispatch.testing.Tokens;
import java.util.stream.Stream;

/** What must not get into order-service: that which is bad whatever there is. */
final class BadOrderCalls {

  private static final String CUSTOMER = Tokens.customer("bad-customer");
  private static final String TRANSPORTER = Tokens.transporter("bad-transporter");
  private static final String FLEET_DRIVER = Tokens.driver("bad-driver", "bad-transporter");
  private static final String OPS = Tokens.ops("bad-ops");
  private static final String MEGABYTE = "{\"fillPolicy\": \"" + "x".repeat(1 << 20) + "\"}";

  private BadOrderCalls() {}

  static Stream<BadCall> all() {
    return Stream.of(noJson(), impossibleOrders(), impossibleFleets(), others())
        .flatMap(calls -> calls);
  }

  private static Stream<BadCall> noJson() {
    return Stream.of(
        order("half a body", "POST", "/orders")
            .by(CUSTOMER)
            .with("{\"fillPolicy\": ")
            .isRefused(400, "MALFORMED_REQUEST"),
        order("more trucks than a number counts", "POST", "/orders")
            .by(CUSTOMER)
            .with(orderOf("TRUCK_14FT", "1000000000000000000"))
            .isRefused(400, "MALFORMED_REQUEST"),
        order("no body", "POST", "/orders").by(CUSTOMER).isRefused(400, "MALFORMED_REQUEST"),
        order("half a body", "POST", "/orders/some-id/holds")
            .by(TRANSPORTER)
            .with("{\"vehicleIds\": [")
            .isRefused(400, "MALFORMED_REQUEST"),
        order("a megabyte", "POST", "/orders")
            .by(CUSTOMER)
            .with(MEGABYTE)
            .isRefused(413, "PAYLOAD_TOO_LARGE"),
        order("a megabyte", "POST", "/fleet/import")
            .by(TRANSPORTER)
            .as("text/csv")
            .with("registration,vehicleType\n" + "KA01AB1234,TIPPER\n".repeat(60_000))
            .isRefused(413, "PAYLOAD_TOO_LARGE"));
  }

  private static Stream<BadCall> impossibleOrders() {
    return Stream.of(
            order("no truck", "POST", "/orders").with(orderOf("TRUCK_14FT", "0")),
            order("−1 trucks", "POST", "/orders").with(orderOf("TRUCK_14FT", "-1")),
            order("10⁹ trucks", "POST", "/orders").with(orderOf("TRUCK_14FT", "1000000000")),
            order("half a truck", "POST", "/orders").with(orderOf("TRUCK_14FT", "0.5")),
            order("a sledge", "POST", "/orders").with(orderOf("SLEDGE", "1")),
            order("unknown policy", "POST", "/orders")
                .with(draft("TRUCK_14FT", "3", "INR", "\"fillPolicy\": \"somehow\"")),
            order("no policy", "POST", "/orders")
                .with(draft("TRUCK_14FT", "3", "INR", "\"fillPolicy\": null")),
            order("minimum above total", "POST", "/orders").with(atLeast("4")),
            order("a minimum of 0", "POST", "/orders").with(atLeast("0")),
            order("at least nobody knows", "POST", "/orders").with(atLeast("null")),
            order("a currency of nowhere", "POST", "/orders")
                .with(draft("TRUCK_14FT", "3", "ZZQ", "\"fillPolicy\": \"best_effort\"")))
        .map(call -> call.by(CUSTOMER).isRefused(400, "VALIDATION_FAILED"));
  }

  private static Stream<BadCall> impossibleFleets() {
    return Stream.of(
            order("a sledge", "POST", "/vehicles")
                .with("{\"registration\": \"KA01AB1234\", \"vehicleType\": \"SLEDGE\"}"),
            order("no plate", "POST", "/vehicles").with("{\"vehicleType\": \"TIPPER\"}"),
            order("no number", "POST", "/drivers")
                .with("{\"name\": \"Asha\", \"phone\": \"none\"}"),
            order("no names of columns", "POST", "/fleet/import")
                .as("text/csv")
                .with("KA01AB1234,TIPPER\n"),
            order("nothing at all", "POST", "/fleet/import").as("text/csv").with("\n"),
            order("no such status", "GET", "/truck-requests?status=lost"),
            order("a page of −1", "GET", "/vehicles?limit=-1"))
        .map(call -> call.by(TRANSPORTER).isRefused(400, "VALIDATION_FAILED"));
  }

  /** Who they are is known, and that this is not for them. */
  private static Stream<BadCall> others() {
    var hold = "{\"vehicleType\": \"TRUCK_14FT\", \"vehicleIds\": [\"some-id\"]}";
    var payment =
        "{\"orderId\": \"some-id\", \"method\": \"upi\", \"amount\": {\"amountMinor\": 1,"
            + " \"currency\": \"INR\"}}";
    return Stream.of(
        order("a transporter who orders", "POST", "/orders")
            .by(TRANSPORTER)
            .with(orderOf("TRUCK_14FT", "1"))
            .isRefused(403, "FORBIDDEN"),
        order("a customer who holds", "POST", "/orders/some-id/holds")
            .by(CUSTOMER)
            .with(hold)
            .isRefused(403, "FORBIDDEN"),
        order("ops who hold", "POST", "/orders/some-id/holds")
            .by(OPS)
            .with(hold)
            .isRefused(403, "FORBIDDEN"),
        order("a fleet's driver who holds", "POST", "/orders/some-id/holds")
            .by(FLEET_DRIVER)
            .with(hold)
            .isRefused(403, "FORBIDDEN"),
        order("a transporter who pays", "POST", "/payments")
            .by(TRANSPORTER)
            .with(payment)
            .isRefused(403, "FORBIDDEN"),
        order("no such order", "POST", "/orders/some-id/holds")
            .by(TRANSPORTER)
            .with(hold)
            .isRefused(404, "NOT_FOUND"),
        order("no such order", "GET", "/orders/some-id").by(CUSTOMER).isRefused(404, "NOT_FOUND"),
        order("no such order", "POST", "/payments")
            .by(CUSTOMER)
            .with(payment)
            .isRefused(404, "NOT_FOUND"),
        order("no such hold", "DELETE", "/holds/some-id")
            .by(TRANSPORTER)
            .isRefused(404, "NOT_FOUND"),
        order("no such assignment", "POST", "/assignments/some-id/status")
            .by(TRANSPORTER)
            .with("{\"status\": \"en_route\"}")
            .isRefused(404, "NOT_FOUND"));
  }

  static String orderOf(String vehicleType, String quantity) {
    return draft(vehicleType, quantity, "INR", "\"fillPolicy\": \"all_or_nothing\"");
  }

  private static String atLeast(String minimum) {
    return draft(
        "TRUCK_14FT", "3", "INR", "\"fillPolicy\": \"at_least\", \"minimumTrucks\": " + minimum);
  }

  private static String draft(String type, String quantity, String currency, String policy) {
    var place = "{\"latitude\": 12.9, \"longitude\": 77.5}";
    return """
    {"pickup": %s, "dropoff": %s, %s, "vehicleRequirements": [{"vehicleType": "%s",
     "quantity": %s, "pricePerTruck": {"amountMinor": 500000, "currency": "%s"}}]}
    """
        .formatted(place, place, policy, type, quantity, currency);
  }
}
