package com.weelo.dispatch.notification.composing;

import com.weelo.dispatch.events.TransporterId;
import com.weelo.dispatch.events.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

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

  /** News that is older than this would only confuse. */
  static final Duration NEWS_LIFETIME = Duration.ofHours(1);

  /** By then an offer that was not withdrawn has expired by itself. */
  static final Duration WITHDRAWAL_LIFETIME = Duration.ofMinutes(5);

  public Notification {
    data = Map.copyOf(data);
  }

  /** Something about a job that somebody has part in. */
  static Notification news(
      UserId recipient,
      Category category,
      Text text,
      Map<String, String> data,
      String collapseKey,
      Instant at) {
    return new Notification(
        recipient, category, true, text, data, collapseKey, at.plus(NEWS_LIFETIME));
  }

  /** Offers are void: their apps drop them without a word. */
  static Stream<Notification> withdrawals(
      List<TransporterId> from, Map<String, String> data, String collapseKey, Instant at) {
    return from.stream()
        .map(transporter ->
            new Notification(
                transporter.asUser(),
                Category.OFFER_WITHDRAWN,
                false,
                Text.NONE,
                data,
                collapseKey,
                at.plus(WITHDRAWAL_LIFETIME)));
  }
}
