package com.weelo.dispatch.notification.sending;

import java.time.Duration;

/** What the provider made of a push to one device. */
public sealed interface PushAnswer {

  /**
   * The provider will deliver it.
   *
   * @param providerId its own id for the message
   */
  record Accepted(String providerId) implements PushAnswer {}

  /** There is no such device any more. */
  record NoSuchDevice(String errorCode) implements PushAnswer {}

  /** The message itself is refused, and would be again. */
  record Refused(String errorCode) implements PushAnswer {}

  /**
   * Not now, or no answer at all.
   *
   * @param retryAfter how long the provider wants to be left alone; zero where it did not say
   */
  record Unavailable(String errorCode, Duration retryAfter) implements PushAnswer {}
}
