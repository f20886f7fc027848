package com.weelo.dispatch.system;

import com.weelo.dispatch.suite.SuiteSettings;
import com.weelo.dispatch.suite.cli.DispatchCommand;
import com.weelo.dispatch.suite.client.DevelopmentTokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/**
 * All services, in a JVM of their own: started like users start them, and killed without a word.
 */
final class ServicesProcess implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final String READY = "Ready in";

  private final SuiteSettings settings;
  private final int portOffset;
  private @Nullable Process process;

  ServicesProcess(SuiteSettings settings, int portOffset) {
    this.settings = settings;
    this.portOffset = portOffset;
    Runtime.getRuntime().addShutdownHook(new Thread(this::kill, "kill-services"));
  }

  /** Starts them; all of them serve when this returns. */
  void start() {
    try {
      var output = Files.createDirectories(settings.directory()).resolve("services.out");
      Files.deleteIfExists(output);
      var builder =
          new ProcessBuilder(command()).redirectErrorStream(true).redirectOutput(output.toFile());
      builder.environment().put(DevelopmentTokens.SECRET_VARIABLE, settings.jwtSecret());
      var started = builder.start();
      process = started;
      Awaitility.await("the services are ready; see " + output)
          .atMost(PATIENCE)
          .failFast("the services ended; see " + output, () -> !started.isAlive())
          .until(() -> Files.readString(output).contains(READY));
    } catch (IOException e) {
      throw new UncheckedIOException("the services could not be started", e);
    }
  }

  /** Takes it away with SIGKILL; nothing of it runs when this returns. */
  void kill() {
    var running = process;
    if (running != null) {
      running.destroyForcibly().onExit().join();
    }
  }

  /** Stops them in an orderly way. */
  @Override
  public void close() {
    var running = process;
    if (running != null) {
      running.destroy();
      if (running.onExit().completeOnTimeout(running, 60, TimeUnit.SECONDS).join().isAlive()) {
        kill();
      }
    }
  }

  private List<String> command() throws IOException {
    var arguments =
        Files.writeString(
            settings.directory().resolve("services.class-path"),
            "-cp \"" + System.getProperty("java.class.path") + "\"");
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx1g",
        "-XX:+UseParallelGC",
        "--enable-native-access=ALL-UNNAMED",
        "--sun-misc-unsafe-memory-access=allow",
        "-Dorg.springframework.boot.logging.LoggingSystem=none",
        "-Dlogback.configurationFile=logback-suite.xml",
        "-Ddispatch.logs=" + settings.directory().resolve("services-logs"),
        "@" + arguments,
        DispatchCommand.class.getName(),
        "services",
        "--directory",
        settings.directory().toString(),
        "--port-offset",
        Integer.toString(portOffset));
  }
}
