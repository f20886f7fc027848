package com.weelo.dispatch.analytics.live;

import com.weelo.dispatch.analytics.facts.FactPolicy;
import com.weelo.dispatch.analytics.facts.Summary;
import com.weelo.dispatch.events.AnalyticsEvent;
import com.weelo.dispatch.events.AuditEvent;
import com.weelo.dispatch.events.DomainEvent;
import com.weelo.dispatch.events.EventEnvelope;
import com.weelo.dispatch.events.LocationEvent;
import com.weelo.dispatch.events.NotificationEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What has happened since the last look, in a few words each. Safe for many threads. */
final class LiveEvents {

  private static final int MOST = 50;

  private final FactPolicy policy;
  private final List<Line> lines = new ArrayList<>();
  private int leftOut;

  /**
   * An event in a few words.
   *
   * @param subject {@code booking}, {@code order} or {@code other}
   */
  record Line(UUID id, Instant at, String type, String subject, String subjectId, String summary) {}

  /**
   * The events since the last look, newest last.
   *
   * @param more how many others there were
   */
  record Lines(List<Line> events, int more) {}

  LiveEvents(FactPolicy policy) {
    this.policy = policy;
  }

  synchronized void hear(EventEnvelope<? extends DomainEvent> event) {
    switch (event.data()) {
      case LocationEvent _, NotificationEvent _, AnalyticsEvent _, AuditEvent _ -> {} // too many
      default -> {
        if (lines.size() < MOST) {
          lines.add(line(event));
        } else {
          leftOut++;
        }
      }
    }
  }

  private Line line(EventEnvelope<? extends DomainEvent> event) {
    return new Line(
        event.eventId(),
        event.timestamp(),
        event.eventType(),
        subject(event.eventType()),
        event.key(),
        Summary.of(policy.factOf(event)));
  }

  private static String subject(String type) {
    if (type.startsWith("booking.")) {
      return "booking";
    }
    return type.startsWith("order.") || type.startsWith("truck.") ? "order" : "other";
  }

  synchronized Lines drain() {
    var drained = new Lines(List.copyOf(lines), leftOut);
    lines.clear();
    leftOut = 0;
    return drained;
  }
}
