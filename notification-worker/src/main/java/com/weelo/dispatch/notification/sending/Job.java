package com.weelo.dispatch.notification.sending;

import com.weelo.dispatch.events.NotificationEvent.Fcm;
import com.weelo.dispatch.events.NotificationEvent.Message;
import org.jspecify.annotations.Nullable;

/**
 * The booking or order that a message tells of, as far as it says.
 *
 * @param key a later message with the same one takes its place; of one kind of truck it begins with
 *     the order's, and a colon
 * @param version how often the job had changed by then
 */
record Job(@Nullable String key, @Nullable Long version) {

  private static final Job NONE = new Job(null, null);

  static Job of(Message message) {
    return message instanceof Fcm push ? new Job(push.collapseKey(), push.jobVersion()) : NONE;
  }
}
