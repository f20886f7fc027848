package com.weelo.dispatch.platform.security;

import com.weelo.dispatch.platform.web.Problem;
import com.weelo.dispatch.platform.web.ProblemWriter;
import com.weelo.dispatch.platform.web.WebProperties;
import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** A bearer token on every call; health, metrics and the API's description are open. */
@AutoConfiguration(
    beforeName =
        "org.springframework.boot.security.oauth2.server.resource.autoconfigure.web"
            + ".OAuth2ResourceServerWebSecurityAutoConfiguration")
@ConditionalOnWebApplication(type = Type.SERVLET)
@ConditionalOnClass({HttpSecurity.class, WebMvcConfigurer.class})
public class WebSecurityAutoConfiguration {

  /** A page gets its parts from here, and nothing from anywhere else. */
  private static final String CONTENT_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  @Bean
  SecurityFilterChain dispatchSecurity(
      HttpSecurity http, WebProperties properties, ProblemWriter problems) {
    return http.authorizeHttpRequests(requests ->
            requests
                .requestMatchers(
                    "/actuator/health/**",
                    "/actuator/prometheus",
                    "/v3/api-docs/**",
                    "/v3/api-docs.yaml")
                .permitAll()
                .requestMatchers(properties.open().toArray(String[]::new))
                .permitAll()
                .requestMatchers("/error")
                .permitAll()
                .anyRequest()
                .authenticated())
        .oauth2ResourceServer(server ->
            server
                .jwt(Customizer.withDefaults())
                .authenticationEntryPoint(
                    (request, response, e) -> problems.write(response, Problem.unauthenticated())))
        .exceptionHandling(handling ->
            handling
                .authenticationEntryPoint(
                    (request, response, e) -> problems.write(response, Problem.unauthenticated()))
                .accessDeniedHandler((request, response, e) ->
                    problems.write(response, Problem.forbidden("This call is not for you."))))
        .headers(headers ->
            headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY)))
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .csrf(AbstractHttpConfigurer::disable) // no cookies, so nothing to forge
        .build();
  }

  /** Each filter's own observation would cost a fifth of a call, and tell nobody anything. */
  @Bean
  SecurityObservationSettings securityObservationSettings() {
    return SecurityObservationSettings.noObservations();
  }

  /**
   * Paths that no service has, such as {@code /a//b}, are refused before anything looks at them.
   */
  @Bean
  RequestRejectedHandler requestRejectedHandler(ProblemWriter problems) {
    return (request, response, e) ->
        problems.write(
            response,
            new Problem(
                HttpStatus.BAD_REQUEST,
                "MALFORMED_REQUEST",
                "The path or its query is not well-formed."));
  }

  @Bean
  WebMvcConfigurer callerSupport() {
    return new WebMvcConfigurer() {
      @Override
      public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new RoleInterceptor());
      }

      @Override
      public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new CallerResolver());
      }
    };
  }
}
