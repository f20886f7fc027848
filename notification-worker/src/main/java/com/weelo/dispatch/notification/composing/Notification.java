package com.weelo.dispatch.notification.composing;

import com.weelo.dispatch.events.UserId;
import java.time.Instant;
import java.util.Map;

/**
 * One thing that one person is to be told, whatever the channel.
 *
 * @param urgent worth waking a sleeping phone
 * @param data what the app gets to work with
 * @param collapseKey a later notification with the same key takes the place of an earlier one
 * @param expiresAt from then on it is worth nothing
 */
public record Notification(
    UserId recipient,
    Category category,
    boolean urgent,
    Text text,
    Map<String, String> data,
    String collapseKey,
    Instant expiresAt) {

  public Notification {
    data = Map.copyOf(data);
  }
}
