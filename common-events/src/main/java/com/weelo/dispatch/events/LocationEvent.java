package com.weelo.dispatch.events;

import java.util.List;

/** Positions as they came in, before cleaning. Keyed by driver. */
public sealed interface LocationEvent extends DomainEvent {

  DriverId driverId();

  TransporterId transporterId();

  /** What was reported, in the order in which it came. */
  List<GpsFix> reported();

  @Override
  default String key() {
    return driverId().value();
  }

  /** One position, as a phone sends it on the way. */
  @EventType("location.updated")
  record Updated(DriverId driverId, TransporterId transporterId, GpsFix fix)
      implements LocationEvent {
    @Override
    public List<GpsFix> reported() {
      return List.of(fix);
    }
  }

  /** Several positions of one driver: an offline buffer, or a gateway's share for this driver. */
  @EventType("location.batch")
  record Batch(DriverId driverId, TransporterId transporterId, List<GpsFix> fixes)
      implements LocationEvent {
    public Batch {
      fixes = List.copyOf(fixes);
    }

    @Override
    public List<GpsFix> reported() {
      return fixes;
    }
  }
}
