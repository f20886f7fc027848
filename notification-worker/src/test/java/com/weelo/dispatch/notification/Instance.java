package com.weelo.dispatch.notification;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.springframework.core.env.Environment;

/** Another instance of the worker, in a JVM of its own, to be killed. */
final class Instance implements AutoCloseable {

  private static final List<String> SHARED =
      List.of(
          "spring.datasource.url",
          "spring.datasource.username",
          "spring.datasource.password",
          "spring.kafka.bootstrap-servers",
          "spring.data.redis.host",
          "spring.data.redis.port",
          "dispatch.environment",
          "dispatch.jwt.secret",
          "dispatch.consuming.group-suffix",
          "dispatch.fcm.project-id",
          "dispatch.fcm.read-timeout",
          "dispatch.fcm.endpoint.host",
          "dispatch.fcm.endpoint.port",
          "dispatch.fcm.endpoint.certificate-authority",
          "dispatch.notification.fcm.leases.lease");

  private final Process process;

  private Instance(Process process) {
    this.process = process;
  }

  /**
   * @param environment of the instance that it shares database, group and provider with
   * @param overrides what it has in a way of its own
   */
  static Instance start(Environment environment, Map<String, ?> overrides) {
    var properties = new LinkedHashMap<String, Object>();
    SHARED.forEach(
        name -> properties.put(name, environment.getRequiredProperty(name, Object.class)));
    properties.putAll(overrides);
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(NotificationApplication.class.getName());
    command.add("--server.port=0");
    properties.forEach((name, value) -> command.add("--" + name + "=" + value));
    try {
      return new Instance(
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(
                  ProcessBuilder.Redirect.appendTo(new File("target/another-instance.log")))
              .start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As {@code kill -9} does. */
  void kill() {
    process.destroyForcibly();
    try {
      if (!process.waitFor(3, TimeUnit.MINUTES)) {
        throw new IllegalStateException("it does not die");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    kill();
  }
}
