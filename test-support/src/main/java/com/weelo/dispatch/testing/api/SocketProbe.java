package com.weelo.dispatch.testing.api;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Opens a WebSocket, and sees how far it comes. */
final class SocketProbe implements WebSocket.Listener, AutoCloseable {

  private static final int NO_TOKEN = 4401;
  private static final long PATIENCE_SECONDS = 60;

  private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
  private final HttpClient http = HttpClient.newHttpClient();
  private final WebSocket socket;

  SocketProbe(String url, @Nullable String token) {
    var builder = http.newWebSocketBuilder();
    if (token != null) {
      builder.header("Authorization", "Bearer " + token);
    }
    this.socket = builder.buildAsync(URI.create(url), this).join();
  }

  /** What the other side says first. */
  Access welcome() {
    var first = next();
    if (first.contains("\"welcome\"")) {
      return Access.YES;
    }
    if (first.equals("closed " + NO_TOKEN)) {
      return Access.UNAUTHENTICATED;
    }
    throw new IllegalStateException("neither welcome nor refused: " + first);
  }

  /** What is answered to a frame without fields. */
  Access ask(String type) {
    if (welcome() == Access.UNAUTHENTICATED) {
      return Access.UNAUTHENTICATED;
    }
    socket.sendText("{\"type\":\"" + type + "\"}", true).join();
    while (true) {
      var frame = next();
      if (frame.contains("\"FORBIDDEN\"")) {
        return Access.WRONG_ROLE;
      }
      if (frame.contains("\"VALIDATION_FAILED\"")) { // who may not is told so before
        return Access.YES;
      }
    }
  }

  private String next() {
    try {
      var next = heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (next == null) {
        throw new IllegalStateException("nothing came");
      }
      return next;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
    heard.add(text.toString());
    from.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
    heard.add("closed " + code);
    return null;
  }

  @Override
  public void close() {
    socket.abort();
    http.shutdownNow();
  }
}
