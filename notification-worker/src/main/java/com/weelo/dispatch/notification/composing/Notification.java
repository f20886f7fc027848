package com.weelo.dispatch.notification.composing;

import com.weelo.dispatch.events.TransporterId;
import com.weelo.dispatch.events.UserId;
import com.weelo.dispatch.notification.people.Category;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One thing that one person is to be told, whatever the channel and the language.
 *
 * @param urgency what it is worth to be heard now
 * @param data what the app gets to work with
 * @param collapseKey a later notification with the same key takes the place of an earlier one
 * @param expiresAt from then on it is worth nothing
 */
public record Notification(
    UserId recipient,
    Category category,
    Urgency urgency,
    Wording wording,
    Map<String, String> data,
    String collapseKey,
    Instant expiresAt) {

  /** What it is worth to be heard now. */
  public enum Urgency {
    /** Whenever the phone is awake. */
    LOW,
    /** Worth waking a sleeping phone. */
    HIGH,
    /** Whatever the hour and whatever was chosen, and by text message where there is no app. */
    CRITICAL
  }

  /** News that is older than this would only confuse. */
  static final Duration NEWS_LIFETIME = Duration.ofHours(1);

  /** By then an offer that was not withdrawn has expired by itself. */
  static final Duration WITHDRAWAL_LIFETIME = Duration.ofMinutes(5);

  public Notification {
    data = Map.copyOf(data);
  }

  public boolean urgent() {
    return urgency != Urgency.LOW;
  }

  /** Something about a job that somebody has part in. */
  static Notification news(
      UserId recipient,
      Category category,
      Wording wording,
      Map<String, String> data,
      String collapseKey,
      Instant at) {
    return new Notification(
        recipient, category, Urgency.HIGH, wording, data, collapseKey, at.plus(NEWS_LIFETIME));
  }

  /** The same, but somebody stands at a loading ramp for nothing who does not hear it. */
  Notification critical() {
    return new Notification(
        recipient, category, Urgency.CRITICAL, wording, data, collapseKey, expiresAt);
  }

  /** Offers are void: their apps drop them without a word. */
  static Stream<Notification> withdrawals(
      List<TransporterId> from, Map<String, String> data, String collapseKey, Instant at) {
    return from.stream()
        .map(transporter ->
            new Notification(
                transporter.asUser(),
                Category.OFFER_WITHDRAWN,
                Urgency.LOW,
                Wording.NONE,
                data,
                collapseKey,
                at.plus(WITHDRAWAL_LIFETIME)));
  }
}
