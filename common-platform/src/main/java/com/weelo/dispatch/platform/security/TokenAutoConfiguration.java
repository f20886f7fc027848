package com.weelo.dispatch.platform.security;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * How tokens are verified: by the identity provider's keys, which Spring Boot sets up from {@code
 * spring.security.oauth2.resourceserver.jwt.*}, or by {@code dispatch.jwt.secret} in development.
 * With neither, the service does not start.
 */
@AutoConfiguration(
    beforeName =
        "org.springframework.boot.security.oauth2.server.resource.autoconfigure"
            + ".OAuth2ResourceServerAutoConfiguration")
@ConditionalOnClass(JwtDecoder.class)
public class TokenAutoConfiguration {

  /** Ahead of all beans, so that nothing is connected to. */
  @Bean
  static BeanFactoryPostProcessor publicSecrets(Environment environment) {
    return _ -> PublicSecrets.refuse(environment);
  }

  @Bean
  @ConditionalOnProperty("dispatch.jwt.secret")
  JwtDecoder developmentJwtDecoder(Environment environment) {
    return Tokens.signedWith(environment.getRequiredProperty("dispatch.jwt.secret"));
  }

  /** Boot adds it to the checks of the identity provider's tokens. */
  @Bean
  OAuth2TokenValidator<Jwt> knownCallerValidator() {
    return Tokens.ofKnownCaller();
  }

  @Bean
  KeyCheck keyCheck(ObjectProvider<JwtDecoder> decoder) {
    if (decoder.getIfAvailable() == null) {
      throw new RefusedToStart(
          "There is no key to verify tokens with.",
          "Set spring.security.oauth2.resourceserver.jwt.jwk-set-uri (or issuer-uri), or"
              + " DISPATCH_JWT_SECRET for development.");
    }
    return new KeyCheck();
  }

  /** Stands for the fact that there is a key. */
  static final class KeyCheck {}
}
