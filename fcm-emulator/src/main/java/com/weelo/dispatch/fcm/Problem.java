package com.weelo.dispatch.fcm;

import com.weelo.dispatch.fcm.http.Reply;

/** A refusal of the control port, as RFC 9457 has it. */
record Problem(String title, int status, String code, String detail) {

  static Reply notFound(String detail) {
    return new Problem("Not Found", 404, "NOT_FOUND", detail).reply();
  }

  static Reply malformed(String detail) {
    return new Problem("Bad Request", 400, "MALFORMED_REQUEST", detail).reply();
  }

  static Reply invalid(String detail) {
    return new Problem("Bad Request", 400, "VALIDATION_FAILED", detail).reply();
  }

  private Reply reply() {
    return Reply.json(status, this).header("content-type", "application/problem+json");
  }
}
