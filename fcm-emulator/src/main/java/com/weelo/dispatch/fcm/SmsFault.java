package com.weelo.dispatch.fcm;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How the next matching text messages are answered: with an error, late, or both.
 *
 * @param to the number it is for; null for every one
 * @param status HTTP status 400 to 599 of the error; null to accept the message, only late
 * @param code Twilio's own, in the error
 * @param retryAfterSeconds told in the header Retry-After
 * @param delayMs milliseconds until the answer
 * @param times how many messages it is for, one or more
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SmsFault(
    @Nullable String to,
    @Nullable Integer status,
    @Nullable Integer code,
    @Nullable Integer retryAfterSeconds,
    @Nullable Integer delayMs,
    int times)
    implements CountedFault<SmsFault> {

  /**
   * @throws IllegalArgumentException naming the field that is out of bounds
   */
  public SmsFault {
    require(status != null || delayMs != null, "status or delayMs must be given");
    require(status == null || (status >= 400 && status <= 599), "status must be 400 to 599");
    require(delayMs == null || delayMs >= 0, "delayMs must not be negative");
    require(times >= 1, "times must be given, and be 1 or more");
  }

  /** The next message is answered with this error. */
  public static SmsFault answering(int status, int code) {
    return new SmsFault(null, status, code, null, null, 1);
  }

  /** The next message is accepted, only late. */
  public static SmsFault delaying(Duration delay) {
    return new SmsFault(null, null, null, null, Math.toIntExact(delay.toMillis()), 1);
  }

  public SmsFault forNumber(String number) {
    return new SmsFault(number, status, code, retryAfterSeconds, delayMs, times);
  }

  public SmsFault retryAfterSeconds(int seconds) {
    return new SmsFault(to, status, code, seconds, delayMs, times);
  }

  @Override
  public SmsFault times(int times) {
    return new SmsFault(to, status, code, retryAfterSeconds, delayMs, times);
  }

  @Override
  public boolean hits(@Nullable String sentTo) {
    return to == null || to.equals(sentTo);
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
