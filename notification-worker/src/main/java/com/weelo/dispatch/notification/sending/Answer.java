package com.weelo.dispatch.notification.sending;

import java.time.Duration;

/** What a provider made of one message to one address. */
public sealed interface Answer {

  /**
   * It will be delivered.
   *
   * @param providerId the provider's own id for the message
   */
  record Accepted(String providerId) implements Answer {}

  /**
   * It will not, or not now.
   *
   * @param code the provider's own
   * @param retryAfter how long the provider wants to be left alone; zero where it did not say
   */
  record Refused(Reason reason, String code, Duration retryAfter) implements Answer {

    public Refused(Reason reason, String code) {
      this(reason, code, Duration.ZERO);
    }
  }

  /** Why a provider refuses, in terms that all of them share. */
  enum Reason {
    /** The address was good once and is no more. */
    GONE,
    /** The address never was any good. */
    BAD_ADDRESS,
    /** The message itself is refused, and would be again. */
    BAD_MESSAGE,
    /** The address belongs to somebody else's project. */
    WRONG_SENDER,
    /** We have sent too much. */
    QUOTA,
    /** The provider can not do it now. */
    UNAVAILABLE,
    /** The provider has no access to the network behind it: Apple's, or a browser's. */
    NO_ACCESS,
    /** There was no answer at all. */
    NO_ANSWER,
    /** There is no such provider here. */
    NOT_CONFIGURED
  }
}
