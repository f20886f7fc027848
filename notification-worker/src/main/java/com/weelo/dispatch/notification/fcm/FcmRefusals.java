package com.weelo.dispatch.notification.fcm;

import com.google.firebase.IncomingHttpResponse;
import com.google.firebase.messaging.FirebaseMessagingException;
import com.weelo.dispatch.notification.sending.PushAnswer;
import com.weelo.dispatch.notification.sending.PushAnswer.NoSuchDevice;
import com.weelo.dispatch.notification.sending.PushAnswer.Refused;
import com.weelo.dispatch.notification.sending.PushAnswer.Unavailable;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What FCM's errors mean for the push. */
final class FcmRefusals {

  private static final int BAD_REQUEST = 400;
  private static final String RETRY_AFTER = "retry-after";
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");

  private final Clock clock;

  FcmRefusals(Clock clock) {
    this.clock = clock;
  }

  PushAnswer answer(FirebaseMessagingException refusal) {
    var code = refusal.getMessagingErrorCode();
    var response = refusal.getHttpResponse();
    if (code == null) {
      return withoutCode(refusal, response);
    }
    return switch (code) {
      case UNREGISTERED -> new NoSuchDevice(code.name());
      case INVALID_ARGUMENT ->
          isAboutTheToken(response) ? new NoSuchDevice(code.name()) : new Refused(code.name());
      // Our own project or keys are set up wrong: the device is not to blame and stays.
      case SENDER_ID_MISMATCH, THIRD_PARTY_AUTH_ERROR -> new Refused(code.name());
      case UNAVAILABLE, INTERNAL, QUOTA_EXCEEDED ->
          new Unavailable(code.name(), retryAfter(response));
    };
  }

  /** Refused by what stands before FCM, or not answered at all. */
  private PushAnswer withoutCode(
      FirebaseMessagingException refusal, @Nullable IncomingHttpResponse response) {
    var code = refusal.getErrorCode().name();
    return response != null && response.getStatusCode() == BAD_REQUEST
        ? new Refused(code)
        : new Unavailable(response == null ? "IO_ERROR" : code, retryAfter(response));
  }

  /** FCM has one code for a bad message and a bad token; the violated field or the words differ. */
  private static boolean isAboutTheToken(@Nullable IncomingHttpResponse response) {
    if (response == null || response.getContent() == null) {
      return false;
    }
    var content = response.getContent().toLowerCase(Locale.ROOT);
    return content.contains("message.token") || content.contains("registration token");
  }

  /** Seconds or a date, by RFC 9110; zero where neither is told. */
  private Duration retryAfter(@Nullable IncomingHttpResponse response) {
    if (response == null) {
      return Duration.ZERO;
    }
    return response.getHeaders().entrySet().stream()
        .filter(header -> header.getKey().equalsIgnoreCase(RETRY_AFTER))
        .map(header ->
            header.getValue() instanceof List<?> values ? values.getFirst() : header.getValue())
        .map(value -> untilThen(value.toString().strip()))
        .filter(wait -> !wait.isNegative())
        .findFirst()
        .orElse(Duration.ZERO);
  }

  private Duration untilThen(String retryAfter) {
    if (SECONDS.matcher(retryAfter).matches()) {
      return Duration.ofSeconds(Long.parseLong(retryAfter));
    }
    try {
      var date = ZonedDateTime.parse(retryAfter, DateTimeFormatter.RFC_1123_DATE_TIME);
      return Duration.between(clock.instant(), date.toInstant());
    } catch (DateTimeException e) {
      return Duration.ZERO; // said in no known way, which is as good as not said
    }
  }
}
