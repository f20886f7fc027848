package com.weelo.dispatch.broadcast.streams;

import com.weelo.dispatch.events.UserId;

/** Where a user's stream lies in Redis. */
final class StreamKeys {

  /** Names the running Redis server. */
  static final String RUN = "ws:run";

  private static final String CHANNEL = "ws:channel:";

  private StreamKeys() {}

  static String position(UserId user) {
    return "ws:position:" + user;
  }

  static String stream(UserId user) {
    return "ws:stream:" + user;
  }

  static String told(UserId user) {
    return "ws:told:" + user;
  }

  static String channel(UserId user) {
    return CHANNEL + user;
  }

  static UserId userOf(String channel) {
    return new UserId(channel.substring(CHANNEL.length()));
  }
}
