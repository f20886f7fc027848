package com.weelo.dispatch.location.processing;

import com.weelo.dispatch.events.DriverId;
import com.weelo.dispatch.events.EventEnvelope;
import com.weelo.dispatch.events.EventIds;
import com.weelo.dispatch.events.EventMetadata;
import com.weelo.dispatch.events.GpsFix;
import com.weelo.dispatch.events.LocationEvent;
import com.weelo.dispatch.events.TransporterId;
import com.weelo.dispatch.platform.consuming.Received;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a fleet might report, from a seed: trucks that drive, with what goes wrong on the way. Some
 * fixes are live and some in buffers, some come twice, some late, some jump, some are none.
 */
final class RandomRoads {

  private static final int FIXES_PER_DRIVER = 40;

  private final Random random;
  private final boolean spikes;
  private final Instant end = Instant.now();
  private final String run = UUID.randomUUID().toString();

  private RandomRoads(long seed, boolean spikes) {
    this.random = new Random(seed);
    this.spikes = spikes;
  }

  static RandomRoads withSpikes(long seed) {
    return new RandomRoads(seed, true);
  }

  /** What is dropped of them is dropped whenever it comes. */
  static RandomRoads withoutSpikes(long seed) {
    return new RandomRoads(seed, false);
  }

  List<DriverId> drivers(int count) {
    return IntStream.range(0, count).mapToObj(n -> new DriverId(run + "-" + n)).toList();
  }

  /** All that the drivers report, in the order in which Kafka might hand it out. */
  List<Received<LocationEvent>> reports(List<DriverId> drivers) {
    var events = new ArrayList<LocationEvent>();
    for (var driver : drivers) {
      events.addAll(reports(driver));
    }
    Collections.shuffle(events, random);
    return events.stream().map(this::received).toList();
  }

  /** Three fixes of one driver, a minute apart. */
  List<Received<LocationEvent>> inOrderOfTime() {
    var driver = new DriverId(run);
    return IntStream.range(0, 3)
        .mapToObj(n -> fix(12.9 + 0.001 * n, 77.6, null, end.plusSeconds(60L * n - 600)))
        .map(fix -> new LocationEvent.Updated(driver, new TransporterId("fleet"), fix))
        .map(this::received)
        .toList();
  }

  private List<LocationEvent> reports(DriverId driver) {
    var transporter = new TransporterId("fleet-" + driver);
    var fixes = fixes();
    var events = new ArrayList<LocationEvent>();
    var buffer = new ArrayList<GpsFix>();
    for (var fix : fixes) {
      if (random.nextInt(4) == 0) {
        buffer.add(fix);
      } else {
        events.add(new LocationEvent.Updated(driver, transporter, fix));
      }
      if (random.nextInt(8) == 0) {
        events.add(new LocationEvent.Updated(driver, transporter, fix)); // sent again
      }
    }
    events.add(new LocationEvent.Batch(driver, transporter, buffer));
    if (random.nextBoolean()) {
      events.add(new LocationEvent.Batch(driver, transporter, buffer)); // flushed again
    }
    return events;
  }

  private List<GpsFix> fixes() {
    var latitude = random.nextDouble(-60, 60);
    var longitude = random.nextDouble(-170, 170);
    var fixes = new ArrayList<GpsFix>();
    for (var n = 0; n < FIXES_PER_DRIVER; n++) {
      latitude += random.nextDouble(0.002);
      var time = end.minus(Duration.ofSeconds(30L * (FIXES_PER_DRIVER - n)));
      fixes.add(
          switch (random.nextInt(12)) {
            case 0 -> fix(latitude + (spikes ? 1 : 0), longitude, null, time);
            case 1 -> fix(latitude, longitude, 3_000.0, time); // in a tunnel
            case 2 -> fix(latitude + 400, longitude, null, time); // nowhere
            case 3 -> fix(latitude, longitude, null, time.minus(Duration.ofDays(40))); // long ago
            default -> fix(latitude, longitude, null, time);
          });
    }
    return fixes;
  }

  private static GpsFix fix(
      double latitude, double longitude, @Nullable Double accuracy, Instant time) {
    return new GpsFix(latitude, longitude, null, null, accuracy, time, null, null);
  }

  private Received<LocationEvent> received(LocationEvent event) {
    var metadata = new EventMetadata("test", "test", "test", null, null);
    return new Received<>(
        new EventEnvelope<>(EventIds.next(), end, event, metadata),
        "location.updated",
        random.nextInt(12),
        0,
        end);
  }
}
