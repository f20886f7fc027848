package com.weelo.dispatch.suite.data;

/** A file of traces or trips cannot be read; the message says where and why. */
public final class MalformedRecording extends RuntimeException {

  private static final long serialVersionUID = 1L;

  MalformedRecording(String message) {
    super(message);
  }
}
