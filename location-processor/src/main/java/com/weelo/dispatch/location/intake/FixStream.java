package com.weelo.dispatch.location.intake;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import com.weelo.dispatch.events.DriverId;
import com.weelo.dispatch.events.GpsFix;
import com.weelo.dispatch.events.LocationEvent;
import com.weelo.dispatch.events.TransporterId;
import com.weelo.dispatch.location.cleaning.Report;
import com.weelo.dispatch.platform.publishing.EventPublisher;
import com.weelo.dispatch.platform.web.Problem;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The way of fixes to Kafka. Returns only once Kafka has acknowledged them. */
@Component
class FixStream {

  private static final Logger log = LoggerFactory.getLogger(FixStream.class);
  private static final long RETRY_AFTER_SECONDS = 2;

  private final EventPublisher events;

  FixStream(EventPublisher events) {
    this.events = events;
  }

  /** Whose fixes go into one event. */
  private record Truck(DriverId driver, TransporterId transporter) {

    static Truck of(Report report) {
      return new Truck(report.driverId(), report.transporterId());
    }

    LocationEvent batch(List<GpsFix> fixes) {
      return new LocationEvent.Batch(driver, transporter, fixes);
    }
  }

  void send(Report report) {
    sendAll(
        List.of(
            new LocationEvent.Updated(report.driverId(), report.transporterId(), report.fix())));
  }

  /** One event for each driver, its fixes in the order given. */
  void send(List<Report> reports) {
    var fixes = reports.stream().collect(groupingBy(Truck::of, mapping(Report::fix, toList())));
    sendAll(fixes.entrySet().stream().map(e -> e.getKey().batch(e.getValue())).toList());
  }

  private void sendAll(List<LocationEvent> batch) {
    var acknowledgements = batch.stream().map(events::publish).toArray(CompletableFuture<?>[]::new);
    try {
      CompletableFuture.allOf(acknowledgements).join(); // on a virtual thread
    } catch (CompletionException e) {
      log.warn("Kafka did not take positions: {}", String.valueOf(e.getCause()));
      throw Problem.unavailable(
          "TEMPORARILY_UNAVAILABLE",
          "The position could not be taken; send it again.",
          RETRY_AFTER_SECONDS);
    }
  }
}
