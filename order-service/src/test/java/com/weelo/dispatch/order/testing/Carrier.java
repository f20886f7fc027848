package com.weelo.dispatch.order.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.weelo.dispatch.events.TransporterId;
import com.weelo.dispatch.testing.Tokens;
import java.util.Map;
import java.util.UUID;

/** A transporter that uses the service. */
public record Carrier(Api api, String id) {

  public static Carrier of(Api api) {
    return new Carrier(api, "carrier-" + UUID.randomUUID());
  }

  public String token() {
    return Tokens.transporter(id);
  }

  public TransporterId transporterId() {
    return new TransporterId(id);
  }

  /** Registers a vehicle with a plate of its own. */
  public String vehicle(String type) {
    return vehicle(type, "KA" + UUID.randomUUID());
  }

  public String vehicle(String type, String registration) {
    var reply =
        api.post(token(), "/vehicles", Map.of("registration", registration, "vehicleType", type));
    assertThat(reply.status()).as(reply.body().toString()).isEqualTo(201);
    return reply.text("vehicleId");
  }

  /** Registers a driver who does not drive for anybody yet. */
  public String driver() {
    return employs("driver-" + UUID.randomUUID());
  }

  /** Registers a driver, who may drive for others too. */
  public String employs(String driver) {
    var body = Map.of("driverId", driver, "name", "Asha", "phone", "+91 98450 12345");
    var reply = api.post(token(), "/drivers", body);
    assertThat(reply.status()).as(reply.body().toString()).isEqualTo(201);
    return reply.text("driverId");
  }

  public Answer assigns(String booking, String vehicle, String driver) {
    return api.post(
        token(),
        "/assignments",
        Map.of("bookingId", booking, "vehicleId", vehicle, "driverId", driver));
  }

  public Answer says(String assignment, String status) {
    return api.post(token(), "/assignments/" + assignment + "/status", Map.of("status", status));
  }
}
