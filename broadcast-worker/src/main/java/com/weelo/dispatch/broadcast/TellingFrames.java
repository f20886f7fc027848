package com.weelo.dispatch.broadcast;

import com.weelo.dispatch.broadcast.sockets.SocketMetrics;
import com.weelo.dispatch.events.AnalyticsEvent;
import com.weelo.dispatch.platform.publishing.EventPublisher;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/** Has frames counted: one event for each type that was sent since the last telling. */
final class TellingFrames {

  private static final String NAME = "frames.delivered";

  private final SocketMetrics metrics;
  private final EventPublisher publisher;
  private final Clock clock;
  private final Map<String, Long> told = new HashMap<>();

  TellingFrames(SocketMetrics metrics, EventPublisher publisher, Clock clock) {
    this.metrics = metrics;
    this.publisher = publisher;
    this.clock = clock;
  }

  void tell() {
    metrics
        .framesSent()
        .forEach((type, sent) -> {
          var fresh = sent - told.getOrDefault(type, 0L);
          if (fresh > 0) {
            told.put(type, sent);
            var unused =
                publisher.publish(
                    new AnalyticsEvent.Recorded(
                        type,
                        NAME,
                        null,
                        Map.of("type", type, "count", Long.toString(fresh)),
                        clock.instant()));
          }
        });
  }
}
