package com.weelo.dispatch.platform.security;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.env.MockEnvironment;

class PublicSecretsTests {

  private final MockEnvironment environment = new MockEnvironment();

  @ParameterizedTest
  @CsvSource({
    "dispatch.jwt.secret, local-development-secret-do-not-use-in-production",
    "spring.datasource.password, postgres",
    "spring.flyway.password, postgres",
    "spring.datasource.password, audit_writer"
  })
  void a_secret_that_everybody_knows_is_for_a_developers_machine_alone(
      String setting, String secret) {
    environment.setProperty(setting, secret);

    environment.setProperty("dispatch.environment", "local");
    assertThatNoException().isThrownBy(() -> PublicSecrets.refuse(environment));

    environment.setProperty("dispatch.environment", "production");
    assertThatExceptionOfType(RefusedToStart.class)
        .isThrownBy(() -> PublicSecrets.refuse(environment))
        .withMessageContaining(setting)
        .withMessageNotContaining(secret);
  }

  @Test
  void a_service_that_does_not_know_where_it_is_takes_no_public_secret() {
    environment.setProperty("spring.datasource.password", "postgres");

    assertThatExceptionOfType(RefusedToStart.class)
        .isThrownBy(() -> PublicSecrets.refuse(environment));
  }

  @Test
  void a_secret_of_its_own_is_taken_anywhere() {
    environment.setProperty("dispatch.environment", "production");
    environment.setProperty("spring.datasource.password", "known-to-nobody-else");

    assertThatNoException().isThrownBy(() -> PublicSecrets.refuse(environment));
  }
}
