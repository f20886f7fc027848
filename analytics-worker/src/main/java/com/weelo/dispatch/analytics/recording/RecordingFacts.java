package com.weelo.dispatch.analytics.recording;

import static java.util.stream.Collectors.toSet;

import com.weelo.dispatch.analytics.AnalyticsProperties;
import com.weelo.dispatch.analytics.facts.Fact;
import com.weelo.dispatch.analytics.facts.FactPolicy;
import com.weelo.dispatch.analytics.facts.Facts;
import com.weelo.dispatch.analytics.journeys.Journeys;
import com.weelo.dispatch.analytics.journeys.OrderLines;
import com.weelo.dispatch.analytics.journeys.Trips;
import com.weelo.dispatch.analytics.rollups.Rollups;
import com.weelo.dispatch.events.DomainEvent;
import com.weelo.dispatch.events.EventEnvelope;
import com.weelo.dispatch.platform.consuming.BatchHandler;
import com.weelo.dispatch.platform.consuming.Received;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Stores a batch of events as facts and adds those that are new to everything made of facts. */
@Component
public class RecordingFacts implements BatchHandler<DomainEvent> {

  private final FactPolicy policy;
  private final Facts facts;
  private final Rollups rollups;
  private final Journeys journeys;
  private final Trips trips;
  private final OrderLines orderLines;
  private final AnalyticsProperties properties;
  private final Counter ofTheFuture;

  RecordingFacts(
      FactPolicy policy,
      Facts facts,
      Rollups rollups,
      Journeys journeys,
      Trips trips,
      OrderLines orderLines,
      AnalyticsProperties properties,
      MeterRegistry registry) {
    this.policy = policy;
    this.facts = facts;
    this.rollups = rollups;
    this.journeys = journeys;
    this.trips = trips;
    this.orderLines = orderLines;
    this.properties = properties;
    this.ofTheFuture =
        Counter.builder("dispatch.analytics.future")
            .description("Events left out because they claim to happen after Kafka was given them")
            .register(registry);
  }

  @Override
  public void handle(List<Received<DomainEvent>> batch) {
    var events = new ArrayList<EventEnvelope<DomainEvent>>(batch.size());
    for (var received : batch) {
      if (isOfTheFuture(received)) {
        ofTheFuture.increment();
      } else {
        events.add(received.event());
      }
    }
    if (!events.isEmpty()) {
      record(events);
    }
  }

  /** By Kafka's clock, so that a replay leaves out the same ones. */
  private boolean isOfTheFuture(Received<DomainEvent> received) {
    return received
        .event()
        .timestamp()
        .isAfter(received.writtenAt().plus(properties.clockTolerance()));
  }

  private void record(List<EventEnvelope<DomainEvent>> events) {
    var fresh = facts.store(events.stream().map(policy::factOf).toList());
    var freshIds = fresh.stream().map(Fact::eventId).collect(toSet());
    var freshEvents =
        events.stream().filter(event -> freshIds.contains(event.eventId())).distinct().toList();
    orderLines.add(freshEvents);
    trips.follow(freshEvents);
    rollups.addAcceptances(journeys.follow(freshEvents));
    rollups.add(fresh);
  }
}
