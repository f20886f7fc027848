package com.weelo.dispatch.suite.client;

/** What a user's app does with what comes over its socket. Called on the client's one thread. */
public interface SocketListener {

  /** Something came, each once and in order. */
  void onFrame(Frame frame);

  /** The server cannot tell what was missed while the socket was down. */
  default void onMissed() {}

  /**
   * The connection is gone; another will be made.
   *
   * @param sentAway whether the server said so before, as it does where it stops in order
   */
  default void onLost(boolean sentAway) {}

  /** A frame came twice, late, or after a hole, which must never be. */
  default void onDisorder(String what) {}
}
