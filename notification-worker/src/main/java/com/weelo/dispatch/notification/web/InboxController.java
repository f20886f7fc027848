package com.weelo.dispatch.notification.web;

import com.weelo.dispatch.events.NotificationId;
import com.weelo.dispatch.notification.inbox.Inbox;
import com.weelo.dispatch.platform.security.AllowedRoles;
import com.weelo.dispatch.platform.security.Caller;
import com.weelo.dispatch.platform.security.Role;
import com.weelo.dispatch.platform.web.Problem;
import com.weelo.dispatch.platform.web.RefusedWith;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the caller was told. */
@RestController
@RequestMapping("/api/v1/notifications")
class InboxController {

  private static final Pattern CURSOR = Pattern.compile("[0-9]{1,18}");

  /**
   * @param unread of all there are, not only of this page
   * @param nextCursor gives the next page; absent on the last one
   */
  record InboxResponse(
      List<NotificationBody> notifications, int unread, @Nullable String nextCursor) {}

  /**
   * @param readAt absent where it was not read
   */
  record NotificationBody(
      String notificationId,
      String category,
      String title,
      String body,
      Map<String, String> data,
      Instant createdAt,
      @Nullable Instant readAt) {

    static NotificationBody of(Inbox.Entry entry) {
      return new NotificationBody(
          entry.id().value(),
          entry.category(),
          entry.title(),
          entry.body(),
          entry.data(),
          entry.createdAt(),
          entry.readAt());
    }
  }

  private final Inbox inbox;

  InboxController(Inbox inbox) {
    this.inbox = inbox;
  }

  /** What the caller was told, newest first, and how much of it is unread. */
  @GetMapping
  @AllowedRoles({Role.CUSTOMER, Role.TRANSPORTER, Role.DRIVER, Role.OPS})
  InboxResponse listNotifications(
      Caller caller,
      @RequestParam Optional<String> cursor,
      @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit) {
    var page = inbox.of(caller.userId(), cursor.map(InboxController::decoded).orElse(null), limit);
    var next = page.next();
    return new InboxResponse(
        page.entries().stream().map(NotificationBody::of).toList(),
        inbox.unread(caller.userId()),
        next == null ? null : next.toString());
  }

  private static Long decoded(String cursor) {
    if (!CURSOR.matcher(cursor).matches()) {
      throw Problem.invalid("cursor", "is not one that was given out");
    }
    return Long.valueOf(cursor);
  }

  /**
   * Notes that the caller has read a notification. May be repeated.
   *
   * @param id the notification's
   */
  @PostMapping("/{id}/read")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @AllowedRoles({Role.CUSTOMER, Role.TRANSPORTER, Role.DRIVER, Role.OPS})
  @RefusedWith("NOT_FOUND")
  void readNotification(Caller caller, @PathVariable String id) {
    if (!inbox.read(caller.userId(), new NotificationId(id))) {
      throw Problem.notFound("notification");
    }
  }
}
