package com.weelo.dispatch.broadcast.positions;

import com.weelo.dispatch.broadcast.frames.FrameCodec;
import com.weelo.dispatch.broadcast.frames.Room;
import com.weelo.dispatch.broadcast.rooms.Rooms;
import com.weelo.dispatch.broadcast.streams.UserStreams;
import com.weelo.dispatch.events.DriverId;
import com.weelo.dispatch.events.EventEnvelope;
import com.weelo.dispatch.events.GpsFix;
import com.weelo.dispatch.events.LocationEvent;
import com.weelo.dispatch.platform.redis.RedisUnavailable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells those who watch a job where its driver is: the latest position of each driver every now and
 * then, however many were reported. A position that could not be told is forgotten; the next one is
 * worth more.
 */
public final class TellingPositions {

  private static final Logger log = LoggerFactory.getLogger(TellingPositions.class);

  private final Rooms rooms;
  private final UserStreams streams;
  private final FrameCodec codec;
  private final Map<DriverId, Sighting> latest = new ConcurrentHashMap<>();
  private final Map<DriverId, GpsFix> told = new ConcurrentHashMap<>();
  private volatile Map<DriverId, Room> watched = Map.of();

  public TellingPositions(Rooms rooms, UserStreams streams, FrameCodec codec) {
    this.rooms = rooms;
    this.streams = streams;
    this.codec = codec;
  }

  private record Sighting(EventEnvelope<LocationEvent> event, GpsFix fix, Room room) {

    Sighting orNewer(Sighting other) {
      return PositionPolicy.isNews(other.fix, fix) ? other : this;
    }
  }

  /** Looks anew which drivers are watched. */
  public void look() {
    try {
      rooms
          .watchedDrivers()
          .thenAccept(found -> {
            watched = found;
            told.keySet().retainAll(found.keySet());
          });
    } catch (RedisUnavailable e) {
      log.debug("Nobody can say who is watched: {}", e.getMessage());
    }
  }

  /** Whether anybody watches the driver, as of the last look. */
  public boolean isWatched(String driverId) {
    return watched.containsKey(new DriverId(driverId));
  }

  /** Remembers a driver's position if anybody watches the driver. */
  public void hear(EventEnvelope<LocationEvent> event) {
    var driver = event.data().driverId();
    var room = watched.get(driver);
    if (room == null) {
      return;
    }
    PositionPolicy.latest(event.data())
        .filter(fix -> PositionPolicy.isNews(fix, told.get(driver)))
        .ifPresent(fix -> latest.merge(driver, new Sighting(event, fix, room), Sighting::orNewer));
  }

  /** Tells what was heard since the last time. */
  public void tell() {
    try {
      for (var driver : List.copyOf(latest.keySet())) {
        var sighting = Objects.requireNonNull(latest.remove(driver)); // removed only here
        told.put(driver, sighting.fix());
        tell(sighting);
      }
    } catch (RedisUnavailable e) {
      log.debug("Positions can not be told: {}", e.getMessage());
    }
  }

  private void tell(Sighting sighting) {
    var event = sighting.event();
    var room = sighting.room();
    var frame =
        codec.encode(event, PositionPolicy.frame(event.data(), sighting.fix(), room)).in(room);
    rooms
        .members(room)
        .thenAccept(members -> {
          members.forEach(member -> streams.tell(member, frame));
          if (members.isEmpty()) {
            rooms.tidy(room);
          }
        });
  }
}
