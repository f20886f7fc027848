package com.weelo.dispatch.events;

import org.jspecify.annotations.Nullable;

/** The bytes are no event: not JSON, not an envelope, or data that its type does not allow. */
public final class MalformedEvent extends RuntimeException {

  private static final long serialVersionUID = 1L;

  MalformedEvent(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
