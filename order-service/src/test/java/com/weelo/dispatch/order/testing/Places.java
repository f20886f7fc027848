package com.weelo.dispatch.order.testing;

import com.weelo.dispatch.events.GeoPoint;
import java.util.concurrent.ThreadLocalRandom;

/** Where tests order: far from each other, since they share one geo index. */
public final class Places {

  private Places() {}

  public static GeoPoint somewhere() {
    var random = ThreadLocalRandom.current();
    return new GeoPoint(random.nextDouble(-60, 60), random.nextDouble(-179, 179));
  }
}
