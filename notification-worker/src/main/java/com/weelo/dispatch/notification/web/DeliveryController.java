package com.weelo.dispatch.notification.web;

import com.weelo.dispatch.events.NotificationId;
import com.weelo.dispatch.notification.sending.Deliveries;
import com.weelo.dispatch.notification.sending.Delivery;
import com.weelo.dispatch.platform.security.AllowedRoles;
import com.weelo.dispatch.platform.security.Role;
import com.weelo.dispatch.platform.web.Problem;
import com.weelo.dispatch.platform.web.RefusedWith;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What came of a notification, for operators. */
@RestController
@RequestMapping("/api/v1/notifications/{id}/deliveries")
class DeliveryController {

  record DeliveriesResponse(String notificationId, List<Delivery> deliveries) {}

  private final Deliveries deliveries;

  DeliveryController(Deliveries deliveries) {
    this.deliveries = deliveries;
  }

  /**
   * What came of a notification, on each way it went.
   *
   * @param id the notification's
   */
  @GetMapping
  @AllowedRoles(Role.OPS)
  @RefusedWith("NOT_FOUND")
  DeliveriesResponse listDeliveries(@PathVariable String id) {
    var found = deliveries.of(new NotificationId(id));
    if (found.isEmpty()) {
      throw Problem.notFound("notification");
    }
    return new DeliveriesResponse(id, found);
  }
}
