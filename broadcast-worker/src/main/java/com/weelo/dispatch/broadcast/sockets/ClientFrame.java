package com.weelo.dispatch.broadcast.sockets;

import com.weelo.dispatch.broadcast.positions.ReportedPosition;

/** What clients send. */
sealed interface ClientFrame {

  /** To watch a room from now on. */
  record Subscribe(String room) implements ClientFrame {}

  /** To no longer watch it. */
  record Unsubscribe(String room) implements ClientFrame {}

  /** Where a driver is. */
  record Location(ReportedPosition position) implements ClientFrame {}

  /** Asks for a pong. */
  record Ping() implements ClientFrame {}

  /** A newer token of the same user. */
  record Refresh(String token) implements ClientFrame {}
}
