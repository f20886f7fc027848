package com.weelo.dispatch.suite;

/** The suite cannot do what was asked; the message says why, for people to read. */
public final class SuiteFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public SuiteFailure(String message) {
    super(message);
  }

  public SuiteFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
