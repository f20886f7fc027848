package com.weelo.dispatch.broadcast;

import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An app with an open WebSocket. It remembers every frame it got. */
final class Client implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final JsonMapper JSON = new JsonMapper();

  private final List<JsonNode> frames = new CopyOnWriteArrayList<>();
  private final CompletableFuture<Integer> closeCode = new CompletableFuture<>();
  private final WebSocket socket;
  private volatile boolean reading = true;

  private Client(String query, int port, WebSocket.Builder builder) {
    var uri = URI.create("ws://127.0.0.1:" + port + "/ws" + query);
    this.socket = builder.buildAsync(uri, new Listener()).join();
  }

  static Client connect(int port, String token) {
    return connect(port, token, "");
  }

  static Client resume(int port, String token, String epoch, long offset) {
    return connect(port, token, "?offset=" + offset + "&epoch=" + epoch);
  }

  /**
   * @param query such as {@code ?offset=3&epoch=E}
   */
  static Client connect(int port, String token, String query) {
    return new Client(
        query, port, HTTP.newWebSocketBuilder().header("Authorization", "Bearer " + token));
  }

  static Client connectBySubProtocol(int port, String token) {
    return new Client("", port, HTTP.newWebSocketBuilder().subprotocols("bearer", token));
  }

  static Client connectByQuery(int port, String query) {
    return new Client(query, port, HTTP.newWebSocketBuilder());
  }

  String subProtocol() {
    return socket.getSubprotocol();
  }

  /** Waits for the welcome: what happens from now on is not missed. */
  Client welcomed() {
    awaitFrame("welcome");
    return this;
  }

  JsonNode welcome() {
    return awaitFrame("welcome");
  }

  JsonNode awaitFrame(String type) {
    return awaitFrame(type, frame -> true);
  }

  JsonNode awaitFrame(String type, Predicate<JsonNode> condition) {
    return await("a fitting " + type)
        .atMost(PATIENCE)
        .until(() -> received(type).stream().filter(condition).toList(), found -> !found.isEmpty())
        .getFirst();
  }

  List<JsonNode> awaitFrames(String type, int count) {
    return await(count + " of " + type)
        .atMost(PATIENCE)
        .until(() -> received(type), found -> found.size() >= count);
  }

  /** What has come so far, in order. */
  List<JsonNode> received() {
    return List.copyOf(frames);
  }

  List<JsonNode> received(String type) {
    return frames.stream().filter(frame -> type(frame).equals(type)).toList();
  }

  List<String> receivedTypes() {
    return frames.stream().map(Client::type).toList();
  }

  /** The offsets of the frames since the last welcome, its own first. */
  List<Long> offsets() {
    var offsets = new ArrayList<Long>();
    for (var frame : frames) {
      if (type(frame).equals("welcome")) {
        offsets.clear();
      }
      if (frame.has("offset")) {
        offsets.add(frame.get("offset").longValue());
      }
    }
    return offsets;
  }

  private static String type(JsonNode frame) {
    return frame.get("type").stringValue();
  }

  /** Sends a frame; single quotes stand for double ones. */
  Client send(String json) {
    return sendText(json.replace('\'', '"'));
  }

  Client sendText(String text) {
    socket.sendText(text, true).join();
    return this;
  }

  /**
   * Asks to watch a room, and returns what is answered: that it does, or why not; where rooms are
   * not known yet, it asks again.
   */
  JsonNode subscribe(String room) {
    return await("a decision")
        .atMost(PATIENCE)
        .until(
            () -> ask(room),
            answer -> !answer.path("code").asString("").equals("TEMPORARILY_UNAVAILABLE"));
  }

  private JsonNode ask(String room) {
    var before = answers().size();
    send("{'type':'subscribe','room':'%s'}".formatted(room));
    return await("an answer")
        .atMost(PATIENCE)
        .until(this::answers, answers -> answers.size() > before)
        .get(before);
  }

  private List<JsonNode> answers() {
    return frames.stream()
        .filter(frame -> type(frame).equals("subscribed") || type(frame).equals("error"))
        .toList();
  }

  /** Watches a room, whenever the event comes that lets it. */
  void watch(String room) {
    await("watching " + room)
        .atMost(PATIENCE)
        .until(() -> subscribe(room), answer -> type(answer).equals("subscribed"));
  }

  void sendBinary(byte[] bytes) {
    socket.sendBinary(ByteBuffer.wrap(bytes), true).join();
  }

  /** Takes nothing more from the network until told to. */
  void stopReading() {
    reading = false;
  }

  void readOn() {
    reading = true;
    socket.request(1);
  }

  int closeCode() {
    return closeCode.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
  }

  boolean isOpen() {
    return !closeCode.isDone();
  }

  @Override
  public void close() {
    socket.abort();
  }

  private final class Listener implements WebSocket.Listener {

    private final StringBuilder parts = new StringBuilder();

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
      parts.append(data);
      if (last) {
        frames.add(JSON.readTree(parts.toString()));
        parts.setLength(0);
      }
      if (reading) {
        from.request(1);
      }
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
      closeCode.complete(code);
      return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
      closeCode.completeExceptionally(error);
    }
  }
}
