package com.weelo.dispatch.testing.api;

/**
 * A method and path that a service answers.
 *
 * @param detail what it takes or gives, where that tells it from another one
 */
record Endpoint(String method, String path, String detail) implements Comparable<Endpoint> {

  /** The method of what is asked for over a WebSocket; the detail is the frame's type. */
  static final String SOCKET = "WS";

  /** Reads {@code METHOD path [detail]}. */
  static Endpoint parse(String text) {
    var words = text.strip().split("\\s+", 3);
    return new Endpoint(words[0], words[1], words.length > 2 ? words[2] : "");
  }

  @Override
  public int compareTo(Endpoint other) {
    var byPath = path.compareTo(other.path);
    return byPath != 0 ? byPath : toString().compareTo(other.toString());
  }

  @Override
  public String toString() {
    return (method + " " + path + " " + detail).strip();
  }
}
