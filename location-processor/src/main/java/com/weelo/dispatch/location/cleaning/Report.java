package com.weelo.dispatch.location.cleaning;

import com.weelo.dispatch.events.DriverId;
import com.weelo.dispatch.events.GpsFix;
import com.weelo.dispatch.events.LocationEvent;
import com.weelo.dispatch.events.TransporterId;
import java.util.stream.Stream;

/** A fix with whom it is about. */
public record Report(DriverId driverId, TransporterId transporterId, GpsFix fix) {

  public static Stream<Report> of(LocationEvent event) {
    return event.reported().stream()
        .map(fix -> new Report(event.driverId(), event.transporterId(), fix));
  }
}
