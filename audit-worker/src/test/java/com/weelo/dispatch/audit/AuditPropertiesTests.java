package com.weelo.dispatch.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Names and defaults are what operators rely on. */
class AuditPropertiesTests {

  @Test
  void defaults() {
    assertThat(bound(Map.of()))
        .isEqualTo(
            new AuditProperties(
                2,
                Duration.ofMillis(500),
                Duration.ofMinutes(1),
                null,
                null,
                false,
                Duration.ofDays(366)));
  }

  @Test
  void names() {
    assertThat(
            bound(
                Map.of(
                    "dispatch.audit.consumers", "6",
                    "dispatch.audit.digest-every", "5s",
                    "dispatch.audit.seal-interval", "10s",
                    "dispatch.audit.seal-file", "/mnt/worm/seals.ndjson",
                    "dispatch.audit.signing-key", "/etc/dispatch/key.pem",
                    "dispatch.audit.create-signing-key", "true",
                    "dispatch.audit.longest-range", "31d")))
        .isEqualTo(
            new AuditProperties(
                6,
                Duration.ofSeconds(5),
                Duration.ofSeconds(10),
                Path.of("/mnt/worm/seals.ndjson"),
                Path.of("/etc/dispatch/key.pem"),
                true,
                Duration.ofDays(31)));
  }

  private static AuditProperties bound(Map<String, String> settings) {
    return new Binder(new MapConfigurationPropertySource(settings))
        .bindOrCreate("dispatch.audit", AuditProperties.class);
  }
}
