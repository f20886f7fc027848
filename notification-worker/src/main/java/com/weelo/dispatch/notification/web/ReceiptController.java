package com.weelo.dispatch.notification.web;

import com.weelo.dispatch.events.NotificationId;
import com.weelo.dispatch.notification.sending.Receipts;
import com.weelo.dispatch.notification.sending.Receipts.Receipt;
import com.weelo.dispatch.platform.security.AllowedRoles;
import com.weelo.dispatch.platform.security.Caller;
import com.weelo.dispatch.platform.security.Role;
import com.weelo.dispatch.platform.web.Problem;
import com.weelo.dispatch.platform.web.RefusedWith;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the caller's app did with a push. Both calls may be repeated. */
@RestController
@RequestMapping("/api/v1/notifications/{id}")
class ReceiptController {

  private final Receipts receipts;

  ReceiptController(Receipts receipts) {
    this.receipts = receipts;
  }

  /**
   * Notes that the caller's app got a push. May be repeated.
   *
   * @param id the notification's
   */
  @PostMapping("/delivered")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @AllowedRoles({Role.CUSTOMER, Role.TRANSPORTER, Role.DRIVER, Role.OPS})
  @RefusedWith("NOT_FOUND")
  void noteDelivered(Caller caller, @PathVariable String id) {
    note(caller, id, Receipt.DELIVERED);
  }

  /**
   * Notes that the caller opened a push. May be repeated.
   *
   * @param id the notification's
   */
  @PostMapping("/opened")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @AllowedRoles({Role.CUSTOMER, Role.TRANSPORTER, Role.DRIVER, Role.OPS})
  @RefusedWith("NOT_FOUND")
  void noteOpened(Caller caller, @PathVariable String id) {
    note(caller, id, Receipt.OPENED);
  }

  private void note(Caller caller, String id, Receipt receipt) {
    if (!receipts.note(caller.userId(), new NotificationId(id), receipt)) {
      throw Problem.notFound("notification");
    }
  }
}
