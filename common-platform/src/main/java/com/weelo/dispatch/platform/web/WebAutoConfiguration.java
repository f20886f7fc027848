package com.weelo.dispatch.platform.web;

import com.weelo.dispatch.platform.redis.RedisAutoConfiguration;
import com.weelo.dispatch.platform.redis.UserRateLimits;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** What every REST interface shares. */
@AutoConfiguration(
    after = {
      JdbcTemplateAutoConfiguration.class,
      DataSourceTransactionManagerAutoConfiguration.class,
      RedisAutoConfiguration.class
    },
    afterName = "org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration")
@ConditionalOnWebApplication(type = Type.SERVLET)
@ConditionalOnClass(WebMvcConfigurer.class)
@EnableConfigurationProperties(WebProperties.class)
@Import(ProblemAdvice.class)
public class WebAutoConfiguration {

  /** After Spring Security's chain, whose order is −100. */
  private static final int AFTER_SECURITY = -90;

  @Bean
  ProblemWriter problemWriter(JsonMapper json) {
    return new ProblemWriter(json);
  }

  @Bean
  FilterRegistrationBean<CorrelationFilter> correlationFilter() {
    return first(new FilterRegistrationBean<>(new CorrelationFilter()), 0);
  }

  @Bean
  FilterRegistrationBean<BodyLimitFilter> bodyLimitFilter(
      WebProperties properties, ProblemWriter problems) {
    return first(
        new FilterRegistrationBean<>(new BodyLimitFilter(properties.maxBody(), problems)), 1);
  }

  private static <F extends jakarta.servlet.Filter> FilterRegistrationBean<F> first(
      FilterRegistrationBean<F> registration, int place) {
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE + place);
    return registration;
  }

  @Bean
  @ConditionalOnBean(UserRateLimits.class)
  @ConditionalOnProperty(name = "dispatch.web.rate-limit.enabled", matchIfMissing = true)
  FilterRegistrationBean<RateLimitFilter> rateLimitFilter(
      UserRateLimits limits, WebProperties properties, ProblemWriter problems) {
    var registration =
        new FilterRegistrationBean<>(
            new RateLimitFilter(limits, properties.rateLimit().exempt(), problems));
    registration.setOrder(AFTER_SECURITY);
    return registration;
  }

  /** Only for services with a database; apart, so that others need no JDBC. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(JdbcTemplate.class)
  @ConditionalOnBean({JdbcTemplate.class, PlatformTransactionManager.class})
  static class WithDatabase {

    @Bean
    IdempotentRequests idempotentRequests(
        JdbcTemplate jdbc, PlatformTransactionManager transactions, JsonMapper json) {
      return new IdempotentRequests(jdbc, new TransactionTemplate(transactions), json);
    }
  }
}
