package com.weelo.dispatch.order.assignments;

import com.weelo.dispatch.events.AssignmentId;
import com.weelo.dispatch.platform.security.Caller;
import java.util.ArrayList;
import java.util.List;

/**
 * Which assignments a list is to hold, as a condition of SQL and its arguments.
 *
 * @param condition only of what is written in this class
 */
record AssignmentFilter(String condition, List<String> arguments) {

  /** Those that the caller has to do with; as {@link Assignment#isKnownTo}. */
  static AssignmentFilter of(Caller caller) {
    var user = caller.userId().value();
    return switch (caller.role()) {
      case CUSTOMER -> new AssignmentFilter("customer_id = ?", List.of(user));
      case TRANSPORTER ->
          new AssignmentFilter("transporter_id = ?", List.of(caller.transporterId().value()));
      case DRIVER ->
          new AssignmentFilter(
              "(transporter_id = ? OR driver_id = ?)",
              List.of(caller.transporterId().value(), user));
      case OPS -> new AssignmentFilter("true", List.of());
    };
  }

  AssignmentFilter active() {
    return new AssignmentFilter(
        condition + " AND status NOT IN ('delivered', 'cancelled')", arguments);
  }

  /** Ids are sorted by time. */
  AssignmentFilter before(AssignmentId id) {
    return and("id < ?", id.value());
  }

  AssignmentFilter ofBooking(String booking) {
    return and("booking_id = ?", booking);
  }

  AssignmentFilter ofOrder(String order) {
    return and("order_id = ?", order);
  }

  private AssignmentFilter and(String more, String argument) {
    var all = new ArrayList<>(arguments);
    all.add(argument);
    return new AssignmentFilter(condition + " AND " + more, all);
  }
}
