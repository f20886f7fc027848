package com.weelo.dispatch.analytics.rollups;

import com.weelo.dispatch.analytics.facts.Fact;
import com.weelo.dispatch.analytics.journeys.Acceptance;
import java.util.List;
import org.springframework.stereotype.Component;

/** Everything that is added up of facts. */
@Component
public class Rollups {

  private final EventMinutes eventMinutes;
  private final DemandMinutes demandMinutes;
  private final TransporterHours transporterHours;
  private final AcceptanceBins acceptanceBins;

  Rollups(
      EventMinutes eventMinutes,
      DemandMinutes demandMinutes,
      TransporterHours transporterHours,
      AcceptanceBins acceptanceBins) {
    this.eventMinutes = eventMinutes;
    this.demandMinutes = demandMinutes;
    this.transporterHours = transporterHours;
    this.acceptanceBins = acceptanceBins;
  }

  /**
   * In the caller's transaction; always in the same order of tables, so that two never deadlock.
   */
  public void add(List<Fact> facts) {
    demandMinutes.add(facts);
    eventMinutes.add(facts);
    transporterHours.add(facts);
  }

  /** Likewise, before {@link #add}. */
  public void addAcceptances(List<Acceptance> acceptances) {
    acceptanceBins.add(acceptances);
  }
}
