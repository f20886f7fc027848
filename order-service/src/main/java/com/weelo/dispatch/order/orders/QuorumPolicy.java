package com.weelo.dispatch.order.orders;

import com.weelo.dispatch.events.FillPolicy;
import org.jspecify.annotations.Nullable;

/** How many trucks make an order worth having when the time for finding them is up. */
final class QuorumPolicy {

  private QuorumPolicy() {}

  /**
   * @param minimum what the customer named; counts with {@link FillPolicy#AT_LEAST} only
   */
  static int quorum(FillPolicy policy, int requested, @Nullable Integer minimum) {
    return switch (policy) {
      case ALL_OR_NOTHING -> requested;
      case AT_LEAST -> minimum == null ? requested : Math.clamp(minimum, 1, requested);
      case BEST_EFFORT -> 1;
    };
  }
}
