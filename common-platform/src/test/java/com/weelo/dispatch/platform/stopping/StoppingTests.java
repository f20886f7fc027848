package com.weelo.dispatch.platform.stopping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.availability.ApplicationAvailabilityAutoConfiguration;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

class StoppingTests {

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final ServletWebServerApplicationContext service =
      (ServletWebServerApplicationContext)
          new SpringApplicationBuilder(Service.class)
              .properties("spring.config.name=none", "server.port=0")
              .run("--dispatch.shutdown.drain=20s"); // before the services' own default
  private final int port = Objects.requireNonNull(service.getWebServer()).getPort();
  private final Thread stopping = new Thread(service::close);
  private final Desk desk = service.getBean(Desk.class);
  private final HttpClient http = HttpClient.newHttpClient();

  @SpringBootConfiguration
  @ImportAutoConfiguration({
    ApplicationAvailabilityAutoConfiguration.class,
    TomcatServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    StoppingAutoConfiguration.class
  })
  @Import(Desk.class)
  static class Service {}

  @RestController
  static class Desk {

    private final CountDownLatch called = new CountDownLatch(1);
    private final CountDownLatch thoughtOver = new CountDownLatch(1);

    @GetMapping("/quick")
    String quick() {
      return "done";
    }

    @GetMapping("/slow")
    String slow() throws InterruptedException {
      called.countDown();
      thoughtOver.await();
      return "done";
    }
  }

  @AfterEach
  void close() {
    desk.thoughtOver.countDown();
    stopping.interrupt(); // nobody needs the rest of its time
    service.close();
    http.close();
  }

  @Test
  void who_is_asked_to_stop_says_so_and_serves_on() throws Exception {
    assertThat(get("/quick").join().headers().firstValue("Connection")).isEmpty();

    beginStopping();

    var answer = get("/quick").join();
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Connection")).contains("close");
  }

  @Test
  void connections_that_nobody_uses_are_closed_before_anybody_can_be_refused_on_them()
      throws Exception {
    try (var idle = new Socket("localhost", port)) {
      idle.setSoTimeout(Math.toIntExact(PATIENCE.toMillis()));
      idle.getOutputStream().write("GET /quick HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes());
      readUntil(idle, "done");

      beginStopping();

      assertThat(idle.getInputStream().read()).isEqualTo(-1);
      assertThat(get("/quick").join().statusCode()).isEqualTo(200); // still draining
    }
  }

  @Test
  void a_request_under_way_is_answered() throws Exception {
    var slow = get("/slow");
    desk.called.await();

    beginStopping();
    stopping.interrupt();
    await().atMost(PATIENCE).until(this::isClosedForBusiness);
    desk.thoughtOver.countDown();

    assertThat(slow.join().statusCode()).isEqualTo(200);
  }

  private void beginStopping() {
    stopping.start();
    await()
        .atMost(PATIENCE)
        .until(() ->
            service.getBean(ApplicationAvailability.class).getReadinessState()
                == ReadinessState.REFUSING_TRAFFIC);
    await().atMost(PATIENCE).until(() -> service.getBean(Draining.class).isBegun());
  }

  private boolean isClosedForBusiness() {
    return get("/quick").handle((answer, refused) -> refused != null).join();
  }

  private CompletableFuture<HttpResponse<String>> get(String path) {
    var uri = URI.create("http://localhost:" + port + path);
    return http.sendAsync(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
  }

  private static void readUntil(Socket socket, String end) throws IOException {
    var read = new StringBuilder();
    while (!read.toString().endsWith(end)) {
      read.append((char) socket.getInputStream().read());
    }
  }
}
