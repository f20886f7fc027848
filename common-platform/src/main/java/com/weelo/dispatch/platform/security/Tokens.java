package com.weelo.dispatch.platform.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import javax.crypto.spec.SecretKeySpec;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** What a token must be, beyond being signed: in time, with an end, of a known caller. */
final class Tokens {

  private Tokens() {}

  /** Tokens signed with a shared secret: for development and tests only. */
  static NimbusJwtDecoder signedWith(String secret) {
    var decoder =
        NimbusJwtDecoder.withSecretKey(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"))
            .macAlgorithm(MacAlgorithm.HS256)
            .build();
    decoder.setJwtValidator(
        new DelegatingOAuth2TokenValidator<>(new JwtTimestampValidator(), ofKnownCaller()));
    return decoder;
  }

  static OAuth2TokenValidator<Jwt> ofKnownCaller() {
    return token -> {
      if (token.getExpiresAt() == null) {
        return refused("the token has no exp");
      }
      try {
        Caller.of(token);
        return OAuth2TokenValidatorResult.success();
      } catch (IllegalArgumentException e) {
        return refused("the token has no sub, or no known role");
      }
    };
  }

  private static OAuth2TokenValidatorResult refused(String why) {
    return OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_token", why, null));
  }
}
