package com.weelo.dispatch.order;

import static com.weelo.dispatch.order.testing.Places.somewhere;
import static org.awaitility.Awaitility.await;

import com.weelo.dispatch.events.GeoPoint;
import com.weelo.dispatch.order.testing.Api;
import com.weelo.dispatch.order.testing.Fleets;
import com.weelo.dispatch.order.testing.OrderServiceTest;
import com.weelo.dispatch.order.testing.PublishedEvents;
import com.weelo.dispatch.testing.api.ApiDescription;
import com.weelo.dispatch.testing.api.EndpointRoles;
import com.weelo.dispatch.testing.api.SampleCall;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@OrderServiceTest
class InterfaceIT {

  private final ApplicationContext context;
  private final Api api;
  private final Fleets fleets;
  private final PublishedEvents events;

  @Autowired
  InterfaceIT(ApplicationContext context, Api api, Fleets fleets, PublishedEvents events) {
    this.events = events;
    this.context = context;
    this.api = api;
    this.fleets = fleets;
  }

  @Test
  void each_call_is_answered_to_whom_the_table_says() {
    EndpointRoles.of(context)
        .path("/api/v1/orders/{id}", this::aStrangersOrder)
        .path("/api/v1/holds/{id}", this::aStrangersHold)
        .path("/api/v1/assignments/{id}", this::aStrangersAssignment)
        .path("/api/v1/vehicles/{id}", () -> fleets.buys(stranger(), Fleets.TRUCK))
        .path("/api/v1/drivers/{id}", this::aStrangersDriver)
        .call(
            "POST /api/v1/orders",
            SampleCall.json(
                """
                {'pickup': {'latitude': -70, 'longitude': 100},
                 'dropoff': {'latitude': -70, 'longitude': 101},
                 'vehicleRequirements': [{'vehicleType': 'TIPPER', 'quantity': 1,
                   'pricePerTruck': {'amountMinor': 100, 'currency': 'INR'}}],
                 'fillPolicy': 'best_effort'}
                """))
        .call("POST /api/v1/orders/{id}/cancel", SampleCall.json("{'reason': 'changed plans'}"))
        .call(
            "POST /api/v1/orders/{id}/holds",
            SampleCall.json("{'vehicleType': 'TRUCK_14FT', 'vehicleIds': ['none']}"))
        .call("POST /api/v1/holds/{id}/confirm", SampleCall.json("{'drivers': {'none': 'none'}}"))
        .call(
            "POST /api/v1/assignments",
            SampleCall.json("{'bookingId': 'none', 'vehicleId': 'none', 'driverId': 'none'}"))
        .call("POST /api/v1/assignments/{id}/status", SampleCall.json("{'status': 'en_route'}"))
        .call(
            "POST /api/v1/vehicles",
            user ->
                SampleCall.json(
                    "{'registration': 'KA%s', 'vehicleType': 'TIPPER'}"
                        .formatted(user.substring(5))))
        .call("PUT /api/v1/vehicles/{id}/status", SampleCall.json("{'status': 'maintenance'}"))
        .call("POST /api/v1/drivers", SampleCall.json("{'name': 'Asha', 'phone': '+919845012345'}"))
        .call(
            "POST /api/v1/payments",
            user ->
                SampleCall.json(
                    """
                    {'orderId': '%s', 'amount': {'amountMinor': 100, 'currency': 'INR'}, 'method': 'upi'}
                    """
                        .formatted(aStrangersOrder())))
        .call(
            "POST /api/v1/fleet/import text/csv",
            SampleCall.body("text/csv", "registration,vehicleType\nKA01AB1234,TIPPER\n"))
        .call(
            "POST /api/v1/fleet/import multipart/form-data",
            SampleCall.body(
                "multipart/form-data; boundary=x",
                "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"fleet.csv\"\r\n"
                    + "\r\nregistration,vehicleType\nKA01AB1234,TIPPER\n\r\n--x--\r\n"))
        .check();
  }

  @Test
  void it_describes_itself_as_is_checked_in() {
    ApiDescription.of(context).check();
  }

  private static String stranger() {
    return "stranger-" + UUID.randomUUID();
  }

  private String aStrangersOrder() {
    return api.orders(stranger(), Api.trucks(somewhere(), 1)).orderId();
  }

  private String aStrangersHold() {
    var place = somewhere();
    var transporter = fleets.at(place, 100, Fleets.TRUCK, 1);
    return api.holds(transporter, offered(place), 1).holdId();
  }

  private String aStrangersAssignment() {
    var place = somewhere();
    var transporter = fleets.at(place, 100, Fleets.TRUCK, 1);
    return api.takes(transporter, offered(place), 1).assignments().getFirst();
  }

  private String offered(GeoPoint place) {
    var order = api.orders(stranger(), Api.trucks(place, 1)).orderId();
    await().until(() -> !events.offeredTo(order, Fleets.TRUCK).isEmpty());
    return order;
  }

  private String aStrangersDriver() {
    var driver = "driver-" + UUID.randomUUID();
    fleets.employs(stranger(), driver);
    return driver;
  }
}
