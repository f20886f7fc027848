package com.weelo.dispatch.system;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.weelo.dispatch.suite.client.Json;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One WebSocket connection of an app, which remembers all that came over it. */
final class AppSocket implements WebSocket.Listener, AutoCloseable {

  private final List<JsonNode> frames = new CopyOnWriteArrayList<>();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private final StringBuilder partial = new StringBuilder();
  private @Nullable WebSocket socket;
  private int errorsSeen;

  private AppSocket() {}

  /** How far an app has read what it was sent. */
  record Position(String epoch, long offset) {}

  /** Connects; the server may still close it at once. */
  static AppSocket open(HttpClient http, URI url, @Nullable String token) {
    var opened = new AppSocket();
    var builder = http.newWebSocketBuilder().connectTimeout(SystemTest.PATIENCE);
    if (token != null) {
      builder.header("Authorization", "Bearer " + token);
    }
    opened.socket = builder.buildAsync(url, opened).join();
    return opened;
  }

  /** Connects again, to go on from where an earlier connection was. */
  static AppSocket resume(HttpClient http, URI url, String token, Position position) {
    var epoch = URLEncoder.encode(position.epoch(), UTF_8);
    var resumed = url + "?offset=" + position.offset() + "&epoch=" + epoch;
    return open(http, URI.create(resumed), token);
  }

  JsonNode awaitWelcome() {
    return await("welcome", frame -> typeOf(frame).equals("welcome"));
  }

  /** Waits until the app was told this of the booking. */
  JsonNode await(String type, String bookingId) {
    return await(type + " of " + bookingId, about(type, bookingId));
  }

  private JsonNode await(String what, Predicate<JsonNode> fits) {
    return Awaitility.await(what)
        .atMost(SystemTest.PATIENCE)
        .until(() -> frames.stream().filter(fits).toList(), found -> !found.isEmpty())
        .getFirst();
  }

  /** Waits until one more message was refused, and answers the error's code. */
  String awaitError() {
    var next = errorsSeen++;
    var error =
        Awaitility.await("error " + next)
            .atMost(SystemTest.PATIENCE)
            .until(
                () -> frames.stream().filter(frame -> typeOf(frame).equals("error")).toList(),
                errors -> errors.size() > next)
            .get(next);
    return error.findPath("code").asString();
  }

  /** All that came of this type about the booking, in order. */
  List<JsonNode> frames(String type, String bookingId) {
    return frames.stream().filter(about(type, bookingId)).toList();
  }

  /** All that came but the greeting, in order. */
  List<JsonNode> events() {
    return frames.stream().filter(frame -> !typeOf(frame).equals("welcome")).toList();
  }

  /** How far this app has read. */
  Position position() {
    var offset = frames.stream().mapToLong(frame -> frame.path("offset").asLong()).max();
    return new Position(awaitWelcome().path("epoch").asString(), offset.orElseThrow());
  }

  /** Waits until the server has closed the connection, and answers its close code. */
  int awaitCloseCode() {
    return closed.orTimeout(SystemTest.PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
  }

  void send(String text) {
    opened().sendText(text, true).join();
  }

  /** The phone is in a tunnel: the connection is gone without a goodbye. */
  @Override
  public void close() {
    opened().abort();
  }

  private WebSocket opened() {
    if (socket == null) {
      throw new IllegalStateException("not connected");
    }
    return socket;
  }

  private static Predicate<JsonNode> about(String type, String bookingId) {
    return frame ->
        typeOf(frame).equals(type)
            && frame.path("data").path("bookingId").asString("").equals(bookingId);
  }

  private static String typeOf(JsonNode frame) {
    return frame.path("type").asString("");
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
    partial.append(text);
    if (last) {
      frames.add(Json.tree(partial.toString()));
      partial.setLength(0);
    }
    from.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
    closed.complete(code);
    return null;
  }

  @Override
  public void onError(WebSocket from, Throwable error) {
    closed.completeExceptionally(error);
  }
}
