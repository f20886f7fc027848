package com.weelo.dispatch.system;

import com.weelo.dispatch.suite.SuitePorts;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;

/** Looks again and again whether an instance wants requests. */
final class ReadinessCheck implements AutoCloseable {

  private static final Duration EVERY = Duration.ofMillis(400);
  private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(5);

  private final HttpClient http = HttpClient.newHttpClient();
  private final int port;
  private final HttpRequest question;
  private final Thread looking;
  private volatile boolean ready;
  private volatile long changedAt = System.nanoTime();

  private ReadinessCheck(int port) {
    this.port = port;
    this.question =
        HttpRequest.newBuilder(
                URI.create(
                    "http://%s:%d/actuator/health/readiness".formatted(SuitePorts.HOST, port)))
            .timeout(ANSWERS_WITHIN)
            .build();
    this.looking = Thread.ofVirtual().name("readiness-" + port).unstarted(this::keepLooking);
  }

  static ReadinessCheck begin(int port) {
    var check = new ReadinessCheck(port);
    check.looking.start();
    return check;
  }

  int port() {
    return port;
  }

  boolean isReady() {
    return ready;
  }

  /** Whether it has been ready for so long without a break. */
  boolean isReadyFor(Duration time) {
    return ready && System.nanoTime() - changedAt >= time.toNanos();
  }

  private void keepLooking() {
    try {
      while (true) {
        look();
        Thread.sleep(EVERY);
      }
    } catch (InterruptedException closed) {
      http.shutdownNow();
    }
  }

  private void look() throws InterruptedException {
    try {
      found(http.send(question, BodyHandlers.discarding()).statusCode() == 200);
    } catch (HttpTimeoutException slow) {
      // On a busy machine that says nothing: it stays what it was.
    } catch (IOException refused) {
      found(false);
    }
  }

  private void found(boolean now) {
    if (now != ready) {
      changedAt = System.nanoTime();
      ready = now;
    }
  }

  @Override
  public void close() {
    looking.interrupt();
  }
}
