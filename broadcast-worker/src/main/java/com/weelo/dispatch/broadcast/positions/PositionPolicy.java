package com.weelo.dispatch.broadcast.positions;

import com.weelo.dispatch.broadcast.frames.FrameData.LocationUpdated;
import com.weelo.dispatch.broadcast.frames.Room;
import com.weelo.dispatch.events.GpsFix;
import com.weelo.dispatch.events.LocationEvent;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides what those who watch a job see of its driver's reports. */
final class PositionPolicy {

  private PositionPolicy() {}

  /** The latest position on earth among those reported, if there is one. */
  static Optional<GpsFix> latest(LocationEvent event) {
    return event.reported().stream()
        .filter(PositionPolicy::isOnEarth)
        .max(Comparator.comparing(GpsFix::recordedAt));
  }

  /** Reports overtake each other: whoever watches sees no driver go back in time. */
  static boolean isNews(GpsFix fix, @Nullable GpsFix known) {
    return known == null || fix.recordedAt().isAfter(known.recordedAt());
  }

  static LocationUpdated frame(LocationEvent event, GpsFix fix, Room room) {
    return new LocationUpdated(
        room.kind() == Room.Kind.BOOKING ? room.id() : null,
        room.kind() == Room.Kind.ORDER ? room.id() : null,
        event.driverId(),
        fix.latitude(),
        fix.longitude(),
        fix.speed(),
        fix.bearing(),
        fix.accuracy(),
        fix.recordedAt());
  }

  /** NaN is not. */
  private static boolean isOnEarth(GpsFix fix) {
    return Math.abs(fix.latitude()) <= 90
        && Math.abs(fix.longitude()) <= 180
        && !(fix.latitude() == 0 && fix.longitude() == 0);
  }
}
