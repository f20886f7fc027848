package com.weelo.dispatch.stores;

import org.jspecify.annotations.Nullable;

/** A store could not be started, stopped or asked; the message says which and why. */
public final class StoreFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public StoreFailure(String message) {
    super(message);
  }

  public StoreFailure(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
