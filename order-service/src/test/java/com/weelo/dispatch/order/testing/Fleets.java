package com.weelo.dispatch.order.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.weelo.dispatch.events.GeoPoint;
import com.weelo.dispatch.events.VehicleType;
import com.weelo.dispatch.platform.redis.GeoIndexKeys;
import com.weelo.dispatch.platform.redis.Redis;
import com.weelo.dispatch.testing.Tokens;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/** Gives transporters vehicles and drivers, and puts a free driver of theirs into the geo index. */
public class Fleets {

  public static final String TRUCK = "TRUCK_14FT";
  public static final String TANKER = "TANKER";

  private static final double METERS_PER_DEGREE = 111_195;

  private final Redis redis;
  private final Clock clock;
  private final Api api;

  Fleets(Redis redis, Clock clock, Api api) {
    this.redis = redis;
    this.clock = clock;
    this.api = api;
  }

  /**
   * A transporter with its vehicles.
   *
   * @param vehicles of its type
   */
  public record Transporter(String id, String type, List<String> vehicles) {

    /** The first few of its vehicles. */
    public List<String> some(int count) {
      return vehicles.subList(0, count);
    }

    /** A driver for each vehicle. */
    public static Map<String, String> drivers(List<String> vehicles) {
      var drivers = new LinkedHashMap<String, String>();
      vehicles.forEach(vehicle -> drivers.put(vehicle, "driver-of-" + vehicle));
      return drivers;
    }
  }

  /** Transporters with so many vehicles each, 100 m apart, nearest first. */
  public List<Transporter> near(GeoPoint place, int count, int vehicles) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(n -> at(place, 100 * n, TRUCK, vehicles))
        .toList();
  }

  /** A transporter whose driver is so many metres north of the place. */
  public Transporter at(GeoPoint place, int meters, String type, int vehicles) {
    var transporter = "transporter-" + UUID.randomUUID();
    drives(transporter, place, meters, type);
    var ids = new ArrayList<String>();
    for (var n = 0; n < vehicles; n++) {
      ids.add(buys(transporter, type));
    }
    Transporter.drivers(ids).values().forEach(driver -> employs(transporter, driver));
    return new Transporter(transporter, type, ids);
  }

  /**
   * @return the vehicle's id
   */
  public String buys(String transporter, String type) {
    var vehicle = Map.of("registration", "KA" + UUID.randomUUID(), "vehicleType", type);
    var answer = api.post(Tokens.transporter(transporter), "/vehicles", vehicle);
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(201);
    return answer.text("vehicleId");
  }

  /** The driver may drive for others too. */
  public void employs(String transporter, String driver) {
    var person = Map.of("driverId", driver, "name", "Asha", "phone", "+91 98450 12345");
    var answer = api.post(Tokens.transporter(transporter), "/drivers", person);
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(201);
  }

  /** Another driver of a transporter's. */
  public void drives(String transporter, GeoPoint place, int meters, String type) {
    var position = new GeoPoint(place.latitude() + meters / METERS_PER_DEGREE, place.longitude());
    var driver = "driver-" + UUID.randomUUID();
    redis.call(r -> {
      r.geoadd(
          GeoIndexKeys.free(position, new VehicleType(type)),
          position.longitude(),
          position.latitude(),
          driver);
      r.zadd(GeoIndexKeys.SEEN, clock.millis(), driver);
      return r.hset(GeoIndexKeys.TRANSPORTERS, driver, transporter);
    });
  }

  /** As its transporter says. Nothing happens to a trip that is over. */
  public void setsOff(String assignment) {
    says(assignment, "en_route");
  }

  public void delivers(String assignment) {
    for (var status : List.of("en_route", "arrived", "loaded", "in_transit", "delivered")) {
      says(assignment, status);
    }
  }

  public void callsOff(String assignment) {
    says(assignment, "cancelled");
  }

  private void says(String assignment, String status) {
    var transporter =
        api.get(Tokens.ops("ops"), "/assignments/" + assignment).text("transporterId");
    var answer =
        api.post(
            Tokens.transporter(transporter),
            "/assignments/" + assignment + "/status",
            Map.of("status", status));
    assertThat(answer.status()).as("%s", answer.body()).isIn(200, 409);
  }
}
