package com.weelo.dispatch.order.holds;

import com.weelo.dispatch.events.HoldId;
import com.weelo.dispatch.events.TransporterId;
import com.weelo.dispatch.order.orders.ActiveHolds.Reason;
import com.weelo.dispatch.order.orders.Orders;
import com.weelo.dispatch.platform.web.Problem;
import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A transporter gives back what it reserved. */
@Service
public class GivingBackHold {

  private final LockingHold locking;
  private final ReleasingHolds releasing;
  private final Orders orders;
  private final Clock clock;

  GivingBackHold(LockingHold locking, ReleasingHolds releasing, Orders orders, Clock clock) {
    this.locking = locking;
    this.releasing = releasing;
    this.orders = orders;
    this.clock = clock;
  }

  /**
   * What is released already stays so.
   *
   * @throws Problem 404 for others than its transporter, 409 {@code HOLD_CONFIRMED}
   */
  @Transactional
  public void giveBack(HoldId id, TransporterId transporter) {
    var locked = locking.lock(id, transporter);
    var hold = locked.hold();
    var now = clock.instant();
    switch (hold.status()) {
      case ACTIVE -> {
        var reason = hold.isOver(now) ? Reason.EXPIRED : Reason.GIVEN_BACK;
        releasing.release(locked.order(), hold, reason, now);
        orders.save(locked.order());
      }
      case RELEASED -> {}
      case CONFIRMED ->
          throw Problem.conflict(
              "HOLD_CONFIRMED", "It was confirmed; call its assignments off instead.");
    }
  }
}
