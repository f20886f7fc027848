package com.weelo.dispatch.platform.consuming;

import org.jspecify.annotations.Nullable;

/** The event can never be handled, however often it is tried. */
public class PoisonEvent extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public PoisonEvent(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
