package com.weelo.dispatch.broadcast.frames;

/** What a client asked for is not done; it is told why in an error frame. */
public final class Refused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Why, for programs. The codes are the REST interfaces' own where those have the like. */
  public enum Code {
    /** No JSON object with a type: the connection is closed after it. */
    MALFORMED_REQUEST,
    UNKNOWN_TYPE,
    VALIDATION_FAILED,
    FORBIDDEN,
    UNAUTHENTICATED,
    RATE_LIMITED,
    TEMPORARILY_UNAVAILABLE
  }

  private final Code code;

  /**
   * @param message for people; names nothing that the client has not said itself
   */
  public Refused(Code code, String message) {
    super(message, null, false, false);
    this.code = code;
  }

  public static Refused invalid(String field, String how) {
    return new Refused(Code.VALIDATION_FAILED, field + " " + how);
  }

  public Code code() {
    return code;
  }
}
