package com.weelo.dispatch.fcm;

import static java.net.http.HttpRequest.BodyPublishers.ofString;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Sends messages as a backend does. */
final class Sender implements AutoCloseable {

  /** After it an answer that never comes fails the test. */
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final URI emulator;
  private final HttpClient client;

  Sender(FcmEmulator emulator, HttpClient.Version version) {
    this.emulator = URI.create("https://localhost:" + emulator.port());
    this.client =
        HttpClient.newBuilder()
            .version(version)
            .sslContext(Trust.in(emulator.certificateAuthority()))
            .build();
  }

  static String messageTo(String token) {
    return """
    {"message": {"token": "%s", "data": {"bookingId": "b-1"}}}\
    """
        .formatted(token);
  }

  Answer sendTo(String token) {
    return send(messageTo(token));
  }

  Answer send(String body) {
    return sendLater(body).join();
  }

  /** Answered some time, so that a delay can be seen. */
  CompletableFuture<Answer> sendLater(String body) {
    return exchange("/v1/projects/weelo/messages:send", "Bearer let-me-in", body);
  }

  Answer post(String path, @Nullable String authorization, String body) {
    return exchange(path, authorization, body).join();
  }

  private CompletableFuture<Answer> exchange(
      String path, @Nullable String authorization, String body) {
    var request =
        HttpRequest.newBuilder(emulator.resolve(path)).timeout(PATIENCE).POST(ofString(body));
    if (authorization != null) {
      request.header("Authorization", authorization);
    }
    return client.sendAsync(request.build(), BodyHandlers.ofString()).thenApply(Answer::new);
  }

  @Override
  public void close() {
    client.shutdownNow();
    client.close();
  }
}
