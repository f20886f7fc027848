package com.weelo.dispatch.suite.verify;

import com.weelo.dispatch.events.GeoPoint;
import com.weelo.dispatch.events.VehicleType;
import com.weelo.dispatch.platform.redis.GeoIndexKeys;
import com.weelo.dispatch.suite.SuiteService;
import io.lettuce.core.KeyScanArgs;
import io.lettuce.core.ScanIterator;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The geo index holds the free drivers of the database, each where the database has it. */
final class IndexAgrees implements Invariant {

  /** Geohashes of 52 bits are finer than this. */
  private static final double SAME_PLACE_METERS = 2;

  private static final String SETS = "geo:free:*";

  /** A driver silent for so long is forgotten; with room for the sweeps that forget. */
  private static final Duration SURELY_FRESH = Duration.ofMinutes(4);

  private static final Duration SURELY_STALE = Duration.ofMinutes(6);

  private record Driver(String id, String set, GeoPoint position, Instant seen) {}

  @Override
  public String name() {
    return "geo index = available drivers in PostgreSQL";
  }

  @Override
  public Finding check(Evidence evidence) throws Exception {
    return new Patience(Duration.ofSeconds(5)).until(Finding::holds, () -> compare(evidence));
  }

  private static Finding compare(Evidence evidence) {
    var indexed = indexed(evidence);
    var now = evidence.now();
    var broken = new ArrayList<String>();
    var fresh = 0;
    for (var driver : available(evidence, now.minus(SURELY_STALE))) {
      var place = indexed.remove(driver.id());
      if (driver.seen().isBefore(now.minus(SURELY_FRESH))) {
        continue;
      }
      fresh++;
      if (place == null) {
        broken.add(driver.id() + " is free and not in the index");
      } else if (!place.set().equals(driver.set())) {
        broken.add(driver.id() + " is in " + place.set() + ", not in " + driver.set());
      } else if (place.position().distanceMetersTo(driver.position()) > SAME_PLACE_METERS) {
        broken.add(driver.id() + " is indexed somewhere else than it is");
      }
    }
    indexed.keySet().forEach(id -> broken.add(id + " is in the index and not free"));
    return new Finding(fresh + " free drivers", broken);
  }

  private record Place(String set, GeoPoint position) {}

  private static Map<String, Place> indexed(Evidence evidence) {
    var redis = evidence.redis();
    var indexed = new HashMap<String, Place>();
    ScanIterator.scan(redis, KeyScanArgs.Builder.matches(SETS))
        .forEachRemaining(set -> {
          var members = redis.zrange(set, 0, -1);
          var positions = redis.geopos(set, members.toArray(String[]::new));
          for (var i = 0; i < members.size(); i++) {
            var position = positions.get(i);
            if (position != null) {
              indexed.put(
                  members.get(i),
                  new Place(
                      set,
                      new GeoPoint(position.getY().doubleValue(), position.getX().doubleValue())));
            }
          }
        });
    return indexed;
  }

  private static List<Driver> available(Evidence evidence, Instant since) {
    return evidence
        .database(SuiteService.LOCATION)
        .sql(
            """
            SELECT driver_id, vehicle_type, latitude, longitude, recorded_at FROM driver_states
            WHERE available AND NOT on_job AND vehicle_type IS NOT NULL AND transporter_id IS NOT NULL
              AND recorded_at >= :since
            """)
        .param("since", Evidence.sql(since))
        .query((row, number) -> {
          var position = new GeoPoint(row.getDouble(3), row.getDouble(4));
          return new Driver(
              row.getString(1),
              GeoIndexKeys.free(position, new VehicleType(row.getString(2))),
              position,
              row.getObject(5, OffsetDateTime.class).toInstant());
        })
        .list();
  }
}
