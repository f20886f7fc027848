package com.weelo.dispatch.notification.fcm;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.firebase.messaging.AndroidConfig;
import com.google.firebase.messaging.AndroidNotification;
import com.google.firebase.messaging.ApnsConfig;
import com.google.firebase.messaging.Aps;
import com.google.firebase.messaging.Message;
import com.google.firebase.messaging.Notification;
import com.google.firebase.messaging.WebpushConfig;
import com.weelo.dispatch.events.NotificationEvent.Fcm;
import com.weelo.dispatch.notification.devices.Device;
import java.time.Clock;
import java.time.Duration;

/**
 * Puts a push into the words of the device's platform. A push without a title is silent: the app
 * gets its data and shows what it likes.
 */
final class FcmMessages {

  /** What Apple allows; a longer key is left out and nothing is collapsed. */
  private static final int LONGEST_APNS_COLLAPSE_ID = 64;

  private final Clock clock;

  FcmMessages(Clock clock) {
    this.clock = clock;
  }

  Message message(Fcm push, Device device) {
    var message =
        Message.builder()
            .setToken(device.token().value())
            .putAllData(push.data())
            .putData("notificationId", push.notificationId().value())
            .putData("category", push.category());
    if (!isSilent(push)) {
      message.setNotification(
          Notification.builder().setTitle(push.title()).setBody(push.body()).build());
    }
    return switch (device.platform()) {
      case ANDROID -> message.setAndroidConfig(android(push)).build();
      case IOS -> message.setApnsConfig(apns(push)).build();
      case WEB -> message.setWebpushConfig(webpush(push)).build();
    };
  }

  private AndroidConfig android(Fcm push) {
    var config =
        AndroidConfig.builder()
            .setPriority(
                push.urgent() ? AndroidConfig.Priority.HIGH : AndroidConfig.Priority.NORMAL);
    if (push.expiresAt() != null) {
      config.setTtl(timeToLive(push).toMillis());
    }
    if (push.collapseKey() != null) {
      config.setCollapseKey(push.collapseKey());
      if (!isSilent(push)) {
        // The key replaces what was not delivered yet, the tag what is on the screen.
        config.setNotification(AndroidNotification.builder().setTag(push.collapseKey()).build());
      }
    }
    return config.build();
  }

  private static ApnsConfig apns(Fcm push) {
    var silent = isSilent(push);
    var config =
        ApnsConfig.builder()
            .putHeader("apns-push-type", silent ? "background" : "alert")
            // Apple refuses a background push of any other priority.
            .putHeader("apns-priority", push.urgent() && !silent ? "10" : "5")
            .setAps(Aps.builder().setContentAvailable(silent).build());
    if (push.expiresAt() != null) {
      config.putHeader("apns-expiration", Long.toString(push.expiresAt().getEpochSecond()));
    }
    if (push.collapseKey() != null
        && push.collapseKey().getBytes(UTF_8).length <= LONGEST_APNS_COLLAPSE_ID) {
      config.putHeader("apns-collapse-id", push.collapseKey());
    }
    return config.build();
  }

  private WebpushConfig webpush(Fcm push) {
    var config = WebpushConfig.builder().putHeader("Urgency", push.urgent() ? "high" : "normal");
    if (push.expiresAt() != null) {
      config.putHeader("TTL", Long.toString(timeToLive(push).toSeconds()));
    }
    return config.build();
  }

  private Duration timeToLive(Fcm push) {
    var left = Duration.between(clock.instant(), push.expiresAt());
    return left.isNegative() ? Duration.ZERO : left;
  }

  private static boolean isSilent(Fcm push) {
    return push.title().isEmpty();
  }
}
