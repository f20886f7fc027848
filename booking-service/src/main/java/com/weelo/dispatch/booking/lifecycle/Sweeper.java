package com.weelo.dispatch.booking.lifecycle;

import com.weelo.dispatch.platform.housekeeping.SweepLoop;
import org.springframework.stereotype.Component;

/** Sweeps searches, and at once where somebody knows that one is due. */
@Component
class Sweeper extends SweepLoop {

  Sweeper(Sweep sweep, SearchTimes times) {
    super("booking-sweeper", sweep::run, times.sweepInterval());
  }
}
