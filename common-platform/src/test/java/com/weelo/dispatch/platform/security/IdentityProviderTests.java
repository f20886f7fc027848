package com.weelo.dispatch.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;

/** Tokens as production has them: signed by an identity provider, whose keys come and go. */
class IdentityProviderTests {

  private static final String JWT = "spring.security.oauth2.resourceserver.jwt.";

  private final IdentityProvider provider = IdentityProvider.start();

  @AfterEach
  void close() {
    provider.close();
  }

  @Test
  void its_tokens_are_believed() {
    verifying(decoder ->
        assertThat(Caller.of(decoder.decode(provider.sign(provider.claims()))).role())
            .isEqualTo(Role.CUSTOMER));
  }

  @Test
  void a_new_key_is_found_when_the_first_token_is_signed_with_it() {
    verifying(decoder -> {
      var before = provider.sign(provider.claims());
      decoder.decode(before);

      provider.rotate();

      assertThat(decoder.decode(provider.sign(provider.claims())).getSubject())
          .isEqualTo("a-customer");
      assertThat(decoder.decode(before).getSubject()).isEqualTo("a-customer");
    });
  }

  @Test
  void clocks_may_differ_by_less_than_a_minute() {
    verifying(decoder -> {
      var ended = provider.claims().expirationTime(IdentityProvider.in(Duration.ofSeconds(-30)));
      assertThat(decoder.decode(provider.sign(ended)).getSubject()).isEqualTo("a-customer");
    });
  }

  static Stream<Arguments> worse() {
    return Stream.of(
        worse("of another issuer", claims -> claims.issuer("https://elsewhere.example.com")),
        worse("for another audience", claims -> claims.audience("another-product")),
        worse("for nobody", claims -> claims.audience((String) null)),
        worse(
            "ended", claims -> claims.expirationTime(IdentityProvider.in(Duration.ofMinutes(-2)))),
        worse("without an end", claims -> claims.expirationTime(null)),
        worse(
            "of a time to come",
            claims -> claims.notBeforeTime(IdentityProvider.in(Duration.ofMinutes(2)))),
        worse("of nobody", claims -> claims.subject(null)),
        worse("of an unknown role", claims -> claims.claim("role", "emperor")));
  }

  private static Arguments worse(String name, UnaryOperator<JWTClaimsSet.Builder> change) {
    return Arguments.argumentSet(name, change);
  }

  @ParameterizedTest
  @MethodSource("worse")
  void a_token_that_is_not_as_it_should_be_is_refused(UnaryOperator<JWTClaimsSet.Builder> change) {
    verifying(decoder -> assertRefused(decoder, provider.sign(change.apply(provider.claims()))));
  }

  @Test
  void a_token_that_somebody_else_signed_is_refused() {
    verifying(decoder -> assertRefused(decoder, provider.forge(provider.claims())));
  }

  @Test
  void a_token_that_nobody_signed_is_refused() {
    verifying(
        decoder -> assertRefused(decoder, new PlainJWT(provider.claims().build()).serialize()));
  }

  private static void assertRefused(JwtDecoder decoder, String token) {
    assertThatExceptionOfType(JwtException.class).isThrownBy(() -> decoder.decode(token));
  }

  private void verifying(Consumer<JwtDecoder> check) {
    new WebApplicationContextRunner()
        .withConfiguration(
            AutoConfigurations.of(
                TokenAutoConfiguration.class, OAuth2ResourceServerAutoConfiguration.class))
        .withPropertyValues(
            JWT + "jwk-set-uri=" + provider.keys(),
            JWT + "issuer-uri=" + IdentityProvider.ISSUER,
            JWT + "audiences=" + IdentityProvider.AUDIENCE)
        .run(context -> check.accept(context.getBean(JwtDecoder.class)));
  }
}
