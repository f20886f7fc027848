package com.weelo.dispatch.analytics.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The live page's stream, as a browser reads it. */
public final class LiveStream implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final BufferedReader lines;
  private final List<Message> messages = new CopyOnWriteArrayList<>();

  /** One message of the stream. */
  public record Message(String name, JsonNode data) {}

  private LiveStream(BufferedReader lines) {
    this.lines = lines;
    Thread.ofVirtual().start(this::read);
  }

  public static LiveStream open(int port, String token) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(
                URI.create("http://localhost:%d/api/v1/analytics/stream".formatted(port)))
            .header("Authorization", "Bearer " + token)
            .build();
    var body = HttpClient.newHttpClient().send(request, BodyHandlers.ofInputStream()).body();
    return new LiveStream(new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8)));
  }

  private void read() {
    try {
      var name = "";
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("event:")) {
          name = line.substring("event:".length()).strip();
        } else if (line.startsWith("data:")) {
          messages.add(new Message(name, JSON.readTree(line.substring("data:".length()))));
        }
      }
    } catch (IOException closed) {
      // the test is over
    }
  }

  /** The first message. */
  public Message next() {
    Awaitility.await().until(() -> !messages.isEmpty());
    return messages.getFirst();
  }

  public boolean hasSeen(String name, Predicate<JsonNode> fits) {
    return messages.stream()
        .anyMatch(message -> message.name().equals(name) && fits.test(message.data()));
  }

  public void await(String name, Predicate<JsonNode> fits) {
    Awaitility.await(name).until(() -> hasSeen(name, fits));
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
