package com.weelo.dispatch.broadcast;

import com.weelo.dispatch.broadcast.rooms.RebuildingRooms;
import com.weelo.dispatch.broadcast.streams.LiveChannels;
import com.weelo.dispatch.platform.health.Degraded;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/**
 * Whether people are told at once. Degraded, not down, while Redis is away: sockets stay open, and
 * events wait in Kafka.
 */
final class BroadcastHealth implements HealthIndicator {

  private final LiveChannels channels;
  private final RebuildingRooms rooms;

  BroadcastHealth(LiveChannels channels, RebuildingRooms rooms) {
    this.channels = channels;
    this.rooms = rooms;
  }

  @Override
  public Health health() {
    var isWell = channels.isConnected() && rooms.isComplete();
    return Health.status(isWell ? Status.UP : Degraded.STATUS)
        .withDetail("redis", channels.isConnected() ? "connected" : "away")
        .withDetail("rooms", rooms.isComplete() ? "complete" : "not known yet")
        .build();
  }
}
