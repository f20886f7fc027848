package com.weelo.dispatch.analytics.live;

import com.weelo.dispatch.analytics.AnalyticsProperties;
import com.weelo.dispatch.analytics.facts.FactPolicy;
import com.weelo.dispatch.events.AssignmentEvent;
import com.weelo.dispatch.events.DomainEvent;
import com.weelo.dispatch.events.EventEnvelope;
import com.weelo.dispatch.events.LocationEvent;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** What is going on at the moment, as heard from the topics. */
final class LiveView {

  private final Clock clock;
  private final LiveCaptains captains;
  private final LiveBookings bookings;
  private final LiveEvents events;
  private final LiveLatencies latencies = new LiveLatencies();

  /** The whole, for somebody who has seen nothing yet. */
  record Snapshot(Instant at, List<Captain> captains, List<LiveBooking> bookings) {}

  LiveView(FactPolicy policy, AnalyticsProperties properties, Clock clock) {
    this.clock = clock;
    this.captains = new LiveCaptains(properties.quietAfter());
    this.bookings = new LiveBookings(captains);
    this.events = new LiveEvents(policy);
  }

  void hear(EventEnvelope<? extends DomainEvent> event) {
    var now = clock.instant();
    if (event.data() instanceof LocationEvent location) {
      captains.hear(location, now);
      return;
    }
    if (event.data() instanceof AssignmentEvent assignment) {
      captains.hear(assignment);
    }
    bookings.hear(event, now);
    latencies.hear(event, now);
    events.hear(event);
  }

  Snapshot snapshot() {
    return new Snapshot(clock.instant(), captains.all(), bookings.all());
  }

  LiveCaptains captains() {
    return captains;
  }

  LiveBookings bookings() {
    return bookings;
  }

  LiveEvents events() {
    return events;
  }

  LiveLatencies latencies() {
    return latencies;
  }
}
