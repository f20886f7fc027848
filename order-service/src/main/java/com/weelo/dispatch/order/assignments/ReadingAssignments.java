package com.weelo.dispatch.order.assignments;

import com.weelo.dispatch.events.AssignmentId;
import com.weelo.dispatch.platform.security.Caller;
import com.weelo.dispatch.platform.web.Problem;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Assignments for those who have to do with them; to strangers they do not exist. */
@Service
public class ReadingAssignments {

  private final Assignments assignments;

  ReadingAssignments(Assignments assignments) {
    this.assignments = assignments;
  }

  /**
   * @throws Problem 404 where there is none, or the caller has nothing to do with it
   */
  public Assignment byId(AssignmentId id, Caller caller) {
    return assignments
        .find(id)
        .filter(assignment -> assignment.isKnownTo(caller))
        .orElseThrow(() -> Problem.notFound("assignment"));
  }

  /**
   * What a list is to hold.
   *
   * @param activeOnly without those that are over
   */
  public record Wanted(boolean activeOnly, Optional<String> bookingId, Optional<String> orderId) {}

  /**
   * The caller's assignments, newest first.
   *
   * @param older only those made before this one
   */
  public List<Assignment> list(
      Caller caller, Wanted wanted, Optional<AssignmentId> older, int limit) {
    var filter = AssignmentFilter.of(caller);
    filter = wanted.activeOnly() ? filter.active() : filter;
    filter = wanted.bookingId().map(filter::ofBooking).orElse(filter);
    filter = wanted.orderId().map(filter::ofOrder).orElse(filter);
    filter = older.map(filter::before).orElse(filter);
    return assignments.page(filter, limit);
  }
}
