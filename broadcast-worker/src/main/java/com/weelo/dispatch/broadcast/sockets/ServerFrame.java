package com.weelo.dispatch.broadcast.sockets;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Frames about the connection itself, with their names as in {@code type}. */
sealed interface ServerFrame {

  @JsonProperty(value = "type", index = 0)
  String type();

  /**
   * The stream goes on from here: the next frame has the next offset. Sent first, and again where
   * the connection lost its place.
   */
  record Welcome(String connectionId, long offset, String epoch, boolean recovered)
      implements ServerFrame {
    @Override
    public String type() {
      return "welcome";
    }
  }

  /** A frame of the client was refused. */
  record Refusal(String code, String message) implements ServerFrame {
    @Override
    public String type() {
      return "error";
    }
  }

  /** The connection will be closed; the client may come back after a while. */
  record GoAway(long reconnectAfterMs) implements ServerFrame {
    @Override
    public String type() {
      return "go_away";
    }
  }

  /** The answer to a ping. */
  record Pong() implements ServerFrame {
    @Override
    public String type() {
      return "pong";
    }
  }

  /** The caller watches the room from now on. */
  record Subscribed(String room) implements ServerFrame {
    @Override
    public String type() {
      return "subscribed";
    }
  }

  /** The caller no longer watches the room. */
  record Unsubscribed(String room) implements ServerFrame {
    @Override
    public String type() {
      return "unsubscribed";
    }
  }
}
