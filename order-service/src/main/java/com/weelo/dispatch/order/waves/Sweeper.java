package com.weelo.dispatch.order.waves;

import com.weelo.dispatch.order.orders.OrderTimes;
import com.weelo.dispatch.platform.housekeeping.SweepLoop;
import org.springframework.stereotype.Component;

/** Sweeps orders. */
@Component
class Sweeper extends SweepLoop {

  Sweeper(Sweep sweep, OrderTimes times) {
    super("order-sweeper", sweep::run, times.sweepInterval());
  }
}
