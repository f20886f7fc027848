package com.weelo.dispatch.notification.composing;

import com.weelo.dispatch.events.AssignmentEvent;
import com.weelo.dispatch.events.TripStatus;
import com.weelo.dispatch.events.UserId;
import com.weelo.dispatch.notification.people.Category;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Who is told what when a vehicle and driver are put on a job, or taken off it. */
final class TripNotificationPolicy {

  private TripNotificationPolicy() {}

  static List<Notification> of(AssignmentEvent event) {
    var driver = event.driverId().asUser();
    var transporter = event.transporterId().asUser();
    return switch (event) {
      case AssignmentEvent.Created e ->
          // An owner-driver has put itself on the job.
          driver.equals(transporter)
              ? List.of()
              : List.of(news(e, driver, Wordings.assigned(e.vehicleType()), e.createdAt()));
      case AssignmentEvent.Updated e ->
          e.status() == TripStatus.CANCELLED
              ? Stream.of(driver, transporter)
                  .distinct()
                  .map(user -> news(e, user, Wordings.calledOff(e.vehicleType()), e.updatedAt()))
                  .toList()
              : List.of();
    };
  }

  private static Notification news(
      AssignmentEvent event, UserId recipient, Wording wording, Instant at) {
    // Not the key of the job's offers: their withdrawal is no substitute.
    var key = event.key() + ":trip";
    return Notification.news(recipient, Category.TRIP, wording, AppData.trip(event), key, at)
        .critical();
  }
}
