package com.weelo.dispatch.notification.composing;

/** What a person reads. */
public record Text(String title, String body) {

  /** Nothing to read: the message is for the app alone. */
  static final Text NONE = new Text("", "");

  /** On one line, for a text message. */
  String inShort() {
    return title + ": " + body;
  }
}
