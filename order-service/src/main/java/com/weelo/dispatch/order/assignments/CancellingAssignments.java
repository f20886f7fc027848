package com.weelo.dispatch.order.assignments;

import com.weelo.dispatch.events.BookingId;
import com.weelo.dispatch.events.OrderId;
import com.weelo.dispatch.events.TripStatus;
import com.weelo.dispatch.order.fleet.Fleet;
import com.weelo.dispatch.platform.outbox.Outbox;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * A job is called off, and with it the trips that have not delivered. Runs in the caller's
 * transaction, which holds the lock of the booking or order.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class CancellingAssignments {

  private final Assignments assignments;
  private final Fleet fleet;
  private final Outbox outbox;
  private final Clock clock;

  CancellingAssignments(Assignments assignments, Fleet fleet, Outbox outbox, Clock clock) {
    this.assignments = assignments;
    this.fleet = fleet;
    this.outbox = outbox;
    this.clock = clock;
  }

  public void cancelAll(OrderId order, String reason) {
    cancel(assignments.lockActive(order), reason);
  }

  void cancelAll(BookingId booking, String reason) {
    cancel(assignments.lockActive(booking), reason);
  }

  private void cancel(List<Assignment> active, String reason) {
    if (active.isEmpty()) {
      return;
    }
    var now = clock.instant();
    var cancelled = active.stream().map(a -> a.stepTo(TripStatus.CANCELLED, now)).toList();
    assignments.save(cancelled, reason);
    fleet.free(cancelled.stream().map(Assignment::id).toList());
    for (var n = 0; n < cancelled.size(); n++) {
      var event = cancelled.get(n).updatedFrom(active.get(n).status());
      outbox.publish(event, cancelled.get(n).version());
    }
  }
}
