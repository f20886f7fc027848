package com.weelo.dispatch.order;

import com.weelo.dispatch.events.GeoPoint;
import com.weelo.dispatch.events.VehicleType;
import com.weelo.dispatch.platform.redis.GeoIndexKeys;
import com.weelo.dispatch.platform.redis.Redis;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/** Gives transporters vehicles, and puts a free driver of theirs into the geo index. */
public class Fleets {

  public static final String TRUCK = "TRUCK_14FT";
  public static final String TANKER = "TANKER";

  private static final double METERS_PER_DEGREE = 111_195;

  private final Redis redis;
  private final Clock clock;
  private final Registry registry;

  Fleets(Redis redis, Clock clock, Registry registry) {
    this.redis = redis;
    this.clock = clock;
    this.registry = registry;
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
      var vehicle = "vehicle-" + UUID.randomUUID();
      registry.register(vehicle, transporter, type);
      ids.add(vehicle);
    }
    return new Transporter(transporter, type, ids);
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

  /** Another driver of a transporter's, who may be others' too. */
  public void employs(Transporter transporter, String driver) {
    registry.employ(transporter.id(), driver);
  }

  public void setsOff(String assignment) {
    registry.start(assignment);
  }

  public void delivers(String assignment) {
    registry.deliver(assignment);
  }

  public void callsOff(String assignment) {
    registry.cancel(assignment);
  }
}
