package com.weelo.dispatch.notification.fcm;

import com.google.firebase.IncomingHttpResponse;
import com.google.firebase.messaging.FirebaseMessagingException;
import com.weelo.dispatch.notification.sending.Answer.Reason;
import com.weelo.dispatch.notification.sending.Answer.Refused;
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

  Refused answer(FirebaseMessagingException refusal) {
    var code = refusal.getMessagingErrorCode();
    var response = refusal.getHttpResponse();
    if (code == null) {
      return withoutCode(refusal, response);
    }
    var reason =
        switch (code) {
          case UNREGISTERED -> Reason.GONE;
          case INVALID_ARGUMENT ->
              isAboutTheToken(response) ? Reason.BAD_ADDRESS : Reason.BAD_MESSAGE;
          case SENDER_ID_MISMATCH -> Reason.WRONG_SENDER;
          case THIRD_PARTY_AUTH_ERROR -> Reason.NO_ACCESS;
          case QUOTA_EXCEEDED -> Reason.QUOTA;
          case UNAVAILABLE, INTERNAL -> Reason.UNAVAILABLE;
        };
    return new Refused(reason, code.name(), retryAfter(response));
  }

  /** Refused by what stands before FCM, or not answered at all. */
  private Refused withoutCode(
      FirebaseMessagingException refusal, @Nullable IncomingHttpResponse response) {
    if (response == null) {
      return new Refused(Reason.NO_ANSWER, "IO_ERROR");
    }
    var code = refusal.getErrorCode().name();
    return response.getStatusCode() == BAD_REQUEST
        ? new Refused(Reason.BAD_MESSAGE, code)
        : new Refused(Reason.UNAVAILABLE, code, retryAfter(response));
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
