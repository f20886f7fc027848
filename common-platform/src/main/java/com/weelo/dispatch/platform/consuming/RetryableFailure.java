package com.weelo.dispatch.platform.consuming;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Something the handler needs is away; the event itself is fine and waits until it is back. */
public class RetryableFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Duration retryAfter;

  public RetryableFailure(String message, @Nullable Throwable cause) {
    this(message, cause, Duration.ZERO);
  }

  /**
   * @param retryAfter how long whatever is away wants to be left alone; subscriptions that read
   *     {@linkplain Subscription#perKey per key} wait at least that long
   */
  public RetryableFailure(String message, @Nullable Throwable cause, Duration retryAfter) {
    super(message, cause);
    this.retryAfter = retryAfter;
  }

  public Duration retryAfter() {
    return retryAfter;
  }
}
