package com.weelo.dispatch.platform.security;

import java.util.List;
import java.util.Set;
import org.springframework.core.env.Environment;

/**
 * Secrets that stand in this project's documents. They are for a developer's machine; anywhere else
 * a service that was given one of them does not start.
 */
final class PublicSecrets {

  private static final String LOCAL = "local";

  private static final Set<String> KNOWN_TO_ALL =
      Set.of(
          "local-development-secret-do-not-use-in-production",
          "postgres",
          "audit_writer",
          "local-suite");

  private static final List<String> SETTINGS =
      List.of(
          "dispatch.jwt.secret",
          "spring.datasource.password",
          "spring.flyway.password",
          "spring.data.redis.password",
          "dispatch.sms.auth-token");

  private PublicSecrets() {}

  /**
   * @throws RefusedToStart where a secret is public and {@code dispatch.environment} is not {@code
   *     local}
   */
  static void refuse(Environment environment) {
    var name = environment.getProperty("dispatch.environment", "");
    if (name.equals(LOCAL)) {
      return;
    }
    for (var setting : SETTINGS) {
      if (KNOWN_TO_ALL.contains(environment.getProperty(setting, ""))) {
        throw new RefusedToStart(
            "%s is a secret that everybody can read, and dispatch.environment is '%s'."
                .formatted(setting, name),
            "Set %s to a secret of your own. Only where dispatch.environment is 'local' are public ones allowed."
                .formatted(setting));
      }
    }
  }
}
