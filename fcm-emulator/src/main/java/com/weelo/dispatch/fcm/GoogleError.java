package com.weelo.dispatch.fcm;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.weelo.dispatch.fcm.http.Reply;
import java.util.List;

/** The body with which Google's APIs answer an error. */
record GoogleError(Status error) {

  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record Status(int code, String message, String status, List<Detail> details) {}

  record Detail(@JsonProperty("@type") String type, FcmErrorCode errorCode) {}

  /** An error of FCM itself, which senders know by its code. */
  static Reply of(int httpStatus, FcmErrorCode errorCode, String message) {
    var detail = new Detail("type.googleapis.com/google.firebase.fcm.v1.FcmError", errorCode);
    return reply(new Status(httpStatus, message, errorCode.rpcStatus(), List.of(detail)));
  }

  /** An error of what stands before FCM, which has no code of FCM's. */
  static Reply of(int httpStatus, String rpcStatus, String message) {
    return reply(new Status(httpStatus, message, rpcStatus, List.of()));
  }

  private static Reply reply(Status status) {
    return Reply.json(status.code(), new GoogleError(status));
  }
}
