package com.weelo.dispatch.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

class TokensTests {

  private final JwtDecoder service =
      NimbusJwtDecoder.withSecretKey(
              new SecretKeySpec(Tokens.SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"))
          .macAlgorithm(MacAlgorithm.HS256)
          .build();

  @Test
  void aCustomerIsTakenForOne() {
    Jwt token = service.decode(Tokens.customer("cust-1"));

    assertThat(token.getSubject()).isEqualTo("cust-1");
    assertThat(token.getClaimAsString("role")).isEqualTo("customer");
    assertThat(token.getExpiresAt()).isAfter(Instant.now());
    assertThat(token.hasClaim("transporter_id")).isFalse();
  }

  @Test
  void aFleetsDriverNamesItsTransporterAndAnOwnerDriverNone() {
    Jwt employed = service.decode(Tokens.driver("d-1", "t-1"));
    Jwt independent = service.decode(Tokens.ownerDriver("d-2"));

    assertThat(employed.getClaimAsString("role")).isEqualTo("driver");
    assertThat(employed.getClaimAsString("transporter_id")).isEqualTo("t-1");
    assertThat(independent.getClaimAsString("role")).isEqualTo("driver");
    assertThat(independent.hasClaim("transporter_id")).isFalse();
  }

  @Test
  void transportersAndOperatorsHaveTheirRoles() {
    assertThat(roleOf(Tokens.transporter("t-1"))).isEqualTo("transporter");
    assertThat(roleOf(Tokens.ops("ops-1"))).isEqualTo("ops");
  }

  @Test
  void expiredForgedAndUnsignedTokensAreRefused() {
    assertRefused(Tokens.expired("customer", "cust-1"));
    assertRefused(Tokens.forged("customer", "cust-1"));
    assertRefused(Tokens.algNone("customer", "cust-1"));
  }

  @Test
  void aTokenWithoutExpiryIsSoundOtherwise() {
    Jwt token = service.decode(Tokens.withoutExpiry("customer", "cust-1"));

    assertThat(token.getExpiresAt()).isNull();
    assertThat(token.getSubject()).isEqualTo("cust-1");
  }

  private @Nullable String roleOf(String token) {
    return service.decode(token).getClaimAsString("role");
  }

  private void assertRefused(String token) {
    assertThatThrownBy(() -> service.decode(token)).isInstanceOf(JwtException.class);
  }
}
