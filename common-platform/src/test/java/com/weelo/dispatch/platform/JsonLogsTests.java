package com.weelo.dispatch.platform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import com.weelo.dispatch.platform.observability.Correlation;
import java.util.ArrayList;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.logging.logback.StructuredLogEncoder;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JsonLogsTests {

  private static final String FORMAT = "logging.structured.format.console";

  @Test
  void outside_a_developers_machine_machines_read_the_log() {
    assertThat(environment("production").getProperty(FORMAT)).isEqualTo("ecs");
    assertThat(environment(null).getProperty(FORMAT)).isEqualTo("ecs");
    assertThat(environment("local").getProperty(FORMAT)).isNull();
  }

  @Test
  void each_line_is_an_object_that_says_who_where_and_in_the_course_of_what() {
    var lines = new ArrayList<String>();
    MDC.put("traceId", "4bf92f3577b34da6a3ce929d0e0e4736");
    MDC.put("spanId", "00f067aa0ba902b7");
    try {
      new Correlation("the-request", null)
          .run(() -> {
            lines.add(encoded("two\nlines", null));
            lines.add(encoded("it failed", failure()));
          });
    } finally {
      MDC.clear();
    }

    assertThat(lines)
        .allSatisfy(line -> {
          assertThat(line).endsWith("\n").containsOnlyOnce("\n");
          var said = new JsonMapper().readTree(line);
          assertThat(text(said, "/service/name")).isEqualTo("booking-service");
          assertThat(text(said, "/service/environment")).isEqualTo("production");
          assertThat(text(said, "/log/level")).isEqualTo("WARN");
          assertThat(text(said, "/correlationId")).isEqualTo("the-request");
          assertThat(said.path("trace.id").asString())
              .isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
          assertThat(said.path("span.id").asString()).isEqualTo("00f067aa0ba902b7");
          assertThat(text(said, "/@timestamp")).endsWith("Z");
        });
    assertThat(new JsonMapper().readTree(lines.getFirst()).path("message").asString())
        .isEqualTo("two\nlines");
  }

  @Test
  void of_a_long_stack_the_cause_is_kept() {
    var stack =
        text(new JsonMapper().readTree(encoded("it failed", failure())), "/error/stack_trace");

    assertThat(stack)
        .startsWith("java.lang.ArithmeticException: the cause")
        .hasSizeLessThan(10_001);
  }

  private static Throwable failure() {
    Throwable failure = new ArithmeticException("the cause");
    for (var i = 0; i < 100; i++) {
      failure =
          new IllegalStateException("because of what comes next, " + "x".repeat(500), failure);
    }
    return failure;
  }

  private static String text(JsonNode said, String where) {
    return said.at(where).asString();
  }

  private static String encoded(String message, @Nullable Throwable failure) {
    var environment = environment("production");
    var context = new LoggerContext();
    context.putObject(Environment.class.getName(), environment);
    var encoder = new StructuredLogEncoder();
    encoder.setContext(context);
    encoder.setFormat(environment.getRequiredProperty(FORMAT));
    encoder.start();
    var event =
        new LoggingEvent("x", context.getLogger("some.Logger"), Level.WARN, message, failure, null);
    event.setMDCPropertyMap(Map.copyOf(mdc()));
    return new String(encoder.encode(event), UTF_8);
  }

  private static Map<String, String> mdc() {
    var mdc = MDC.getCopyOfContextMap();
    return mdc == null ? Map.of() : mdc;
  }

  private static StandardEnvironment environment(@Nullable String name) {
    var environment = new StandardEnvironment();
    environment
        .getPropertySources()
        .addFirst(
            new MapPropertySource(
                "module",
                name == null
                    ? Map.of("spring.application.name", "booking-service")
                    : Map.of(
                        "spring.application.name",
                        "booking-service",
                        "dispatch.environment",
                        name)));
    new PlatformDefaults().postProcessEnvironment(environment, new SpringApplication());
    return environment;
  }
}
