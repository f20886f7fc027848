package com.weelo.dispatch.fcm;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** FCM's own error codes, with the HTTP status, the google.rpc status and the words of each. */
public enum FcmErrorCode {
  INVALID_ARGUMENT(
      400, "INVALID_ARGUMENT", "The registration token is not a valid FCM registration token"),
  THIRD_PARTY_AUTH_ERROR(401, "UNAUTHENTICATED", "Auth error from APNS or Web Push Service"),
  SENDER_ID_MISMATCH(403, "PERMISSION_DENIED", "SenderId mismatch"),
  UNREGISTERED(404, "NOT_FOUND", "Requested entity was not found."),
  QUOTA_EXCEEDED(429, "RESOURCE_EXHAUSTED", "Resource has been exhausted (e.g. check quota)."),
  INTERNAL(500, "INTERNAL", "Internal error encountered."),
  UNAVAILABLE(503, "UNAVAILABLE", "The service is currently unavailable.");

  private final int httpStatus;
  private final String rpcStatus;
  private final String message;

  FcmErrorCode(int httpStatus, String rpcStatus, String message) {
    this.httpStatus = httpStatus;
    this.rpcStatus = rpcStatus;
    this.message = message;
  }

  /**
   * @throws IllegalArgumentException naming the codes there are
   */
  @JsonCreator
  static FcmErrorCode named(String name) {
    return Arrays.stream(values())
        .filter(code -> code.name().equals(name))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "errorCode must be one of " + Arrays.toString(values()) + ", not " + name));
  }

  /** The code that FCM answers with this HTTP status, null where it has none. */
  static @Nullable FcmErrorCode ofHttpStatus(int status) {
    return Arrays.stream(values())
        .filter(code -> code.httpStatus == status)
        .findFirst()
        .orElse(null);
  }

  public int httpStatus() {
    return httpStatus;
  }

  /** The name of the google.rpc code that goes with it. */
  public String rpcStatus() {
    return rpcStatus;
  }

  String message() {
    return message;
  }
}
