package com.weelo.dispatch.system;

import static com.weelo.dispatch.system.BadCall.booking;
import static com.weelo.dispatch.system.BadCall.location;
import static com.weelo.dispatch.system.BadCall.notification;
import static com.weelo.dispatch.system.BadCall.order;

import com.weelo.dispatch.testing.Tokens;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What must not get in: the table of it. */
final class BadCalls {

  private static final String CUSTOMER = Tokens.customer("bad-customer");
  private static final String DRIVER = Tokens.ownerDriver("bad-driver");
  private static final String OPS = Tokens.ops("bad-ops");
  private static final String PLACE = "{\"latitude\": 12.9, \"longitude\": 77.5}";
  private static final String MEGABYTE = "{\"goods\": \"" + "x".repeat(1 << 20) + "\"}";

  private BadCalls() {}

  static Stream<BadCall> all() {
    return Stream.of(
            noJson(),
            impossibleValues(),
            unknownVehicles(),
            strangers(),
            others(),
            BadOrderCalls.all())
        .flatMap(calls -> calls);
  }

  private static Stream<BadCall> noJson() {
    return Stream.of(
        booking("half a body", "POST", "/bookings")
            .by(CUSTOMER)
            .with("{\"vehicleType\": ")
            .isRefused(400, "MALFORMED_REQUEST"),
        booking("no body", "POST", "/bookings").by(CUSTOMER).isRefused(400, "MALFORMED_REQUEST"),
        location("half a body", "POST", "/tracking/location")
            .by(DRIVER)
            .with("{\"latitude\": 1")
            .isRefused(400, "MALFORMED_REQUEST"),
        location("a bare NaN", "POST", "/tracking/location")
            .by(DRIVER)
            .with("{\"latitude\": NaN, \"longitude\": 77.5}")
            .isRefused(400, "MALFORMED_REQUEST"),
        location("half a list", "POST", "/tracking/locations")
            .by(DRIVER)
            .with("{\"points\": [{]")
            .isRefused(400, "MALFORMED_REQUEST"),
        notification("half a body", "PUT", "/devices/some-token")
            .by(DRIVER)
            .with("{")
            .isRefused(400, "MALFORMED_REQUEST"),
        booking("a megabyte", "POST", "/bookings")
            .by(CUSTOMER)
            .with(MEGABYTE)
            .isRefused(413, "PAYLOAD_TOO_LARGE"),
        location("a megabyte", "POST", "/tracking/location")
            .by(DRIVER)
            .with(MEGABYTE)
            .isRefused(413, "PAYLOAD_TOO_LARGE"),
        notification("a megabyte", "PUT", "/devices/some-token")
            .by(DRIVER)
            .with(MEGABYTE)
            .isRefused(413, "PAYLOAD_TOO_LARGE"));
  }

  private static Stream<BadCall> impossibleValues() {
    return Stream.of(
        booking("latitude 91", "POST", "/bookings")
            .by(CUSTOMER)
            .with(bookingOf("TRUCK_14FT", "{\"latitude\": 91, \"longitude\": 77.5}"))
            .isRefused(400, "VALIDATION_FAILED"),
        booking("NaN in quotes", "POST", "/bookings")
            .by(CUSTOMER)
            .with(bookingOf("TRUCK_14FT", "{\"latitude\": \"NaN\", \"longitude\": 77.5}"))
            .isRefused(400, "VALIDATION_FAILED"),
        booking("no place to go", "POST", "/bookings")
            .by(CUSTOMER)
            .with("{\"vehicleType\": \"TRUCK_14FT\", \"pickup\": " + PLACE + "}")
            .isRefused(400, "VALIDATION_FAILED"),
        location("latitude 91", "POST", "/tracking/location")
            .by(DRIVER)
            .with("{\"latitude\": 91, \"longitude\": 77.5}")
            .isRefused(400, "VALIDATION_FAILED"),
        location("NaN in quotes", "POST", "/tracking/location")
            .by(DRIVER)
            .with("{\"latitude\": \"NaN\", \"longitude\": 77.5}")
            .isRefused(400, "VALIDATION_FAILED"),
        location(
                "longitude −181",
                "GET",
                "/drivers/nearby?latitude=1&longitude=-181" + "&vehicleType=TRUCK_14FT")
            .by(OPS)
            .isRefused(400, "VALIDATION_FAILED"),
        notification("no such platform", "PUT", "/devices/some-token")
            .by(DRIVER)
            .with("{\"platform\": \"typewriter\"}")
            .isRefused(400, "VALIDATION_FAILED"));
  }

  private static Stream<BadCall> unknownVehicles() {
    return Stream.of(
        booking("a sledge", "POST", "/bookings")
            .by(CUSTOMER)
            .with(bookingOf("SLEDGE", PLACE))
            .isRefused(400, "VALIDATION_FAILED"),
        booking(
                "a sledge",
                "GET",
                "/search?pickupLat=1&pickupLng=1&dropLat=2&dropLng=2" + "&vehicleType=SLEDGE")
            .by(CUSTOMER)
            .isRefused(400, "VALIDATION_FAILED"),
        location("a sledge", "POST", "/tracking/location")
            .by(DRIVER)
            .with("{\"latitude\": 1, \"longitude\": 1, \"vehicleType\": \"SLEDGE\"}")
            .isRefused(400, "VALIDATION_FAILED"),
        location("a sledge", "PUT", "/tracking/availability")
            .by(DRIVER)
            .with("{\"available\": true, \"vehicleType\": \"SLEDGE\"}")
            .isRefused(400, "VALIDATION_FAILED"),
        location("a sledge", "GET", "/drivers/nearby?latitude=1&longitude=1&vehicleType=SLEDGE")
            .by(OPS)
            .isRefused(400, "VALIDATION_FAILED"));
  }

  /** Nobody gets in without a good token, wherever it is tried. */
  private static Stream<BadCall> strangers() {
    return Stream.of(
            booking("", "POST", "/bookings").with(bookingOf("TRUCK_14FT", PLACE)),
            booking("", "GET", "/bookings/active"),
            location("", "POST", "/tracking/location").with(PLACE),
            location("", "GET", "/tracking/accounting"),
            order("", "POST", "/orders").with(BadOrderCalls.orderOf("TRUCK_14FT", "1")),
            order("", "POST", "/holds/some-id/confirm").with("{}"),
            order("", "GET", "/vehicles"),
            notification("", "PUT", "/devices/some-token").with("{\"platform\": \"android\"}"))
        .flatMap(call ->
            Stream.of(
                stranger("no token", call, null),
                stranger("an expired token", call, Tokens.expired("ops", "stranger")),
                stranger("a forged token", call, Tokens.forged("ops", "stranger")),
                stranger("an unsigned token", call, Tokens.algNone("ops", "stranger")),
                stranger("a token for ever", call, Tokens.withoutExpiry("ops", "stranger")),
                stranger("a token that is none", call, "open-sesame")));
  }

  private static BadCall stranger(String what, BadCall call, @Nullable String token) {
    return new BadCall(
        what,
        call.service(),
        call.method(),
        call.path(),
        token,
        call.contentType(),
        call.body(),
        401,
        "UNAUTHENTICATED");
  }

  /** Who they are is known, and that this is not for them. */
  private static Stream<BadCall> others() {
    return Stream.of(
        booking("a captain who books", "POST", "/bookings")
            .by(DRIVER)
            .with(bookingOf("TRUCK_14FT", PLACE))
            .isRefused(403, "FORBIDDEN"),
        booking("a customer who accepts", "POST", "/bookings/some-id/accept")
            .by(CUSTOMER)
            .with("{}")
            .isRefused(403, "FORBIDDEN"),
        booking("a customer among decisions", "GET", "/bookings/some-id/decisions")
            .by(CUSTOMER)
            .isRefused(403, "FORBIDDEN"),
        booking("no such booking", "GET", "/bookings/some-id")
            .by(CUSTOMER)
            .isRefused(404, "NOT_FOUND"),
        location("a customer who drives", "POST", "/tracking/location")
            .by(CUSTOMER)
            .with(PLACE)
            .isRefused(403, "FORBIDDEN"),
        location("another driver's position", "POST", "/tracking/location")
            .by(DRIVER)
            .with("{\"driverId\": \"another\", \"latitude\": 1, \"longitude\": 1}")
            .isRefused(403, "FORBIDDEN"),
        location("another driver's shift", "PUT", "/tracking/availability")
            .by(DRIVER)
            .with("{\"driverId\": \"another\", \"available\": true}")
            .isRefused(403, "FORBIDDEN"));
  }

  private static String bookingOf(String vehicleType, String pickup) {
    return "{\"vehicleType\": \"%s\", \"pickup\": %s, \"dropoff\": %s}"
        .formatted(vehicleType, pickup, PLACE);
  }
}
