package com.weelo.dispatch.system;

import com.weelo.dispatch.suite.SuiteService;
import com.weelo.dispatch.suite.SuiteSettings;
import com.weelo.dispatch.suite.cli.DispatchCommand;
import com.weelo.dispatch.suite.client.DevelopmentTokens;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** Services in a JVM of their own: started like users start them, and killed without a word. */
final class ServicesProcess implements AutoCloseable {

  private static final String READY = "Ready in";

  private final SuiteSettings settings;
  private final int portOffset;
  private final String name;
  private final String services;
  private final int instance;
  private final List<String> properties;
  private List<String> jvm = List.of("-Xmx1g", "-XX:+UseParallelGC", "-XX:+RecordDynamicDumpInfo");
  private @Nullable Process process;

  /**
   * @param name of its output and of its folder of logs
   * @param services which of them
   * @param instance which of several instances; the documented one is 0
   * @param properties that they have, as {@code --name=value}
   */
  ServicesProcess(
      SuiteSettings settings,
      int portOffset,
      String name,
      Collection<SuiteService> services,
      int instance,
      List<String> properties) {
    this.settings = settings;
    this.portOffset = portOffset;
    this.name = name;
    this.services = services.stream().map(SuiteService::module).collect(Collectors.joining(","));
    this.instance = instance;
    this.properties = List.copyOf(properties);
    Runtime.getRuntime().addShutdownHook(new Thread(this::kill, "kill-services"));
  }

  /**
   * In a JVM of which there is room for many.
   *
   * @param like from whose classes it starts, if those {@linkplain #keepClasses were kept}
   */
  ServicesProcess small(ServicesProcess like) {
    jvm =
        List.of(
            "-Xmx384m",
            "-XX:+UseSerialGC",
            // Of so many, each comes to do little: it would run its code uncompiled for minutes.
            "-XX:CompileThresholdScaling=0.05",
            // Of the 48 MB that one compiler has, every few that are filled cost a full collection.
            "-XX:ReservedCodeCacheSize=240m",
            "-XX:SharedArchiveFile=" + like.classes());
    return this;
  }

  /** Keeps the classes that it has loaded, for others that need not load them one by one then. */
  void keepClasses() {
    var running = Objects.requireNonNull(process, "nothing was launched");
    var command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
            Long.toString(running.pid()),
            "VM.cds",
            "dynamic_dump",
            classes().toString());
    try {
      Files.deleteIfExists(classes());
      new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(RunningSuite.LOGS.resolve(name + ".jcmd").toFile())
          .start()
          .onExit()
          .orTimeout(SystemTest.PATIENCE.toSeconds(), TimeUnit.SECONDS)
          .join();
    } catch (IOException e) {
      throw new UncheckedIOException("the classes could not be kept", e);
    }
    if (!Files.exists(classes())) {
      throw new IllegalStateException("the classes were not kept; see " + RunningSuite.LOGS);
    }
  }

  private Path classes() {
    return RunningSuite.LOGS.resolve(name + ".jsa").toAbsolutePath();
  }

  /** Starts them; all of them serve when this returns. */
  void start() {
    launch();
    awaitReady();
  }

  /** Begins to start them. */
  void launch() {
    try {
      Files.createDirectories(RunningSuite.LOGS);
      Files.deleteIfExists(output());
      var builder =
          new ProcessBuilder(command()).redirectErrorStream(true).redirectOutput(output().toFile());
      builder.environment().put(DevelopmentTokens.SECRET_VARIABLE, settings.jwtSecret());
      process = builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException("the services could not be started", e);
    }
  }

  /** All of them serve when this returns. */
  void awaitReady() {
    var launched = Objects.requireNonNull(process, "nothing was launched");
    Awaitility.await("the services are ready; see " + output())
        .atMost(SystemTest.PATIENCE)
        .failFast("the services ended; see " + output(), () -> !launched.isAlive())
        .until(() -> Files.readString(output()).contains(READY));
  }

  private Path output() {
    return RunningSuite.LOGS.resolve(name + ".out");
  }

  /** Takes it away with SIGKILL; nothing of it runs when this returns. */
  void kill() {
    var running = process;
    if (running != null) {
      running.destroyForcibly().onExit().join();
    }
  }

  /** Asks them to stop, by SIGTERM, and waits until they have; they are given all the time. */
  void stop() {
    var running = Objects.requireNonNull(process, "nothing was launched");
    running.destroy();
    running.onExit().orTimeout(SystemTest.PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
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
            RunningSuite.LOGS.resolve(name + ".class-path"), "-cp \"" + classPath() + "\"");
    var command = new ArrayList<String>();
    Collections.addAll(
        command,
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        // Killed before the second compiler would pay.
        "-XX:TieredStopAtLevel=1",
        "--enable-native-access=ALL-UNNAMED",
        "--sun-misc-unsafe-memory-access=allow",
        "-Dorg.springframework.boot.logging.LoggingSystem=none",
        "-Dlogback.configurationFile=logback-suite.xml",
        "-Ddispatch.logs=" + RunningSuite.LOGS.resolve(name + "-logs"),
        "@" + arguments,
        DispatchCommand.class.getName(),
        "services",
        "--directory",
        settings.directory().toString(),
        "--port-offset",
        Integer.toString(portOffset),
        "--only",
        services,
        "--instance",
        Integer.toString(instance),
        "--");
    command.addAll(1, jvm);
    command.addAll(properties);
    return command;
  }

  /** Without what belongs to the tests: classes are kept of jars, not of folders. */
  private static String classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !Path.of(entry).startsWith(Path.of("target").toAbsolutePath()))
        .collect(Collectors.joining(File.pathSeparator));
  }
}
