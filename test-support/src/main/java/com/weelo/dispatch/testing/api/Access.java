package com.weelo.dispatch.testing.api;

/**
 * How far a caller comes with a call.
 *
 * <p>Two refusals look alike and are told apart by their code: 403 {@code FORBIDDEN} is for the
 * role, whatever is asked for; 403 {@code NOT_OFFERED} and 404 {@code NOT_FOUND} are for what is
 * somebody else's, and the same caller would be answered for its own.
 */
public enum Access {
  /** 401: nobody knows who calls. */
  UNAUTHENTICATED("401"),
  /** 403: not for this role. */
  WRONG_ROLE("403"),
  /** For this role, but only for what is the caller's own; the test asks for somebody else's. */
  OWN("own"),
  /** For this role. */
  YES("yes");

  private final String sign;

  Access(String sign) {
    this.sign = sign;
  }

  /** As it stands in a table. */
  public String sign() {
    return sign;
  }

  /**
   * Judges an answer.
   *
   * @throws IllegalArgumentException where it tells nothing of access: the call was a bad one
   */
  static Access of(int status, String code) {
    return switch (status) {
      case 401 -> UNAUTHENTICATED;
      case 403 -> code.equals("FORBIDDEN") ? WRONG_ROLE : OWN;
      case 404 -> OWN;
      case 409 -> YES;
      default -> {
        if (status >= 200 && status < 300) {
          yield YES;
        }
        throw new IllegalArgumentException("answered " + status + " " + code);
      }
    };
  }
}
