package com.weelo.dispatch.broadcast.sockets;

import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;

/** Why a connection is closed by this side. */
enum CloseCode {
  UNAUTHENTICATED(4401, "no valid token"),
  FORBIDDEN(4403, "forbidden"),
  TOO_SLOW(4408, "too slow"),
  BAD_FRAME(4400, "bad frame"),
  GOING_AWAY(1001, "going away");

  private final int code;
  private final String reason;

  CloseCode(int code, String reason) {
    this.code = code;
    this.reason = reason;
  }

  WebSocketCloseStatus status() {
    return new WebSocketCloseStatus(code, reason);
  }

  int code() {
    return code;
  }
}
