package com.weelo.dispatch.fcm;

import static java.net.http.HttpRequest.BodyPublishers.noBody;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

/** Looks and meddles as a test of another system does. */
final class Control implements AutoCloseable {

  private final URI emulator;
  private final HttpClient client = HttpClient.newHttpClient();

  Control(FcmEmulator emulator) {
    this.emulator = URI.create("http://localhost:" + emulator.controlPort());
  }

  Answer get(String path) {
    return exchange("GET", path, noBody());
  }

  Answer delete(String path) {
    return exchange("DELETE", path, noBody());
  }

  Answer put(String path, String body) {
    return exchange("PUT", path, BodyPublishers.ofString(body));
  }

  private Answer exchange(String method, String path, BodyPublisher body) {
    HttpRequest request =
        HttpRequest.newBuilder(emulator.resolve(path)).method(method, body).build();
    return new Answer(client.sendAsync(request, BodyHandlers.ofString()).join());
  }

  @Override
  public void close() {
    client.close();
  }
}
