package com.weelo.dispatch.fcm;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How the next matching sends are answered: with an error, late, or both.
 *
 * @param token the device it is for; null for every send
 * @param status HTTP status 400 to 599 of the error, that of the error code where only that is
 *     told; null to accept the message, only late
 * @param errorCode FCM's code in the error, by default the one that goes with the status
 * @param retryAfterSeconds told in the header Retry-After
 * @param delayMs milliseconds until the answer, on top of the emulator's latency
 * @param times how many sends it is for, one or more
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Fault(
    @Nullable String token,
    @Nullable Integer status,
    @Nullable FcmErrorCode errorCode,
    @Nullable Integer retryAfterSeconds,
    @Nullable Integer delayMs,
    int times)
    implements CountedFault<Fault> {

  /**
   * @throws IllegalArgumentException naming the field that is out of bounds
   */
  public Fault {
    if (status == null && errorCode != null) {
      status = errorCode.httpStatus();
    } else if (status != null && errorCode == null) {
      errorCode = FcmErrorCode.ofHttpStatus(status);
    }
    require(status != null || delayMs != null, "status or delayMs must be given");
    require(status == null || (status >= 400 && status <= 599), "status must be 400 to 599");
    require(
        retryAfterSeconds == null || status != null, "retryAfterSeconds goes only with a status");
    require(
        retryAfterSeconds == null || retryAfterSeconds >= 0,
        "retryAfterSeconds must not be negative");
    require(delayMs == null || delayMs >= 0, "delayMs must not be negative");
    require(times >= 1, "times must be given, and be 1 or more");
  }

  /** The next send is answered with this error. */
  public static Fault answering(FcmErrorCode errorCode) {
    return new Fault(null, null, errorCode, null, null, 1);
  }

  /** The next send is accepted, only late. */
  public static Fault delaying(Duration delay) {
    return new Fault(null, null, null, null, Math.toIntExact(delay.toMillis()), 1);
  }

  public Fault forToken(String token) {
    return new Fault(token, status, errorCode, retryAfterSeconds, delayMs, times);
  }

  public Fault retryAfterSeconds(int seconds) {
    return new Fault(token, status, errorCode, seconds, delayMs, times);
  }

  public Fault delayedBy(Duration delay) {
    return new Fault(
        token, status, errorCode, retryAfterSeconds, Math.toIntExact(delay.toMillis()), times);
  }

  @Override
  public Fault times(int times) {
    return new Fault(token, status, errorCode, retryAfterSeconds, delayMs, times);
  }

  @Override
  public boolean hits(@Nullable String sentTo) {
    return token == null || token.equals(sentTo);
  }

  Duration delay() {
    return delayMs == null ? Duration.ZERO : Duration.ofMillis(delayMs);
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }
}
