package com.weelo.dispatch.platform.redis;

import com.weelo.dispatch.platform.publishing.PublishingAutoConfiguration;
import com.weelo.dispatch.platform.publishing.ServiceIdentity;
import com.weelo.dispatch.platform.web.WebProperties;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.SslOptions;
import io.lettuce.core.TimeoutOptions;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.data.redis.autoconfigure.DataRedisConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Redis by Lettuce, at the address that Spring Boot's own settings name. */
@AutoConfiguration(
    after = PublishingAutoConfiguration.class,
    afterName = "org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration")
@ConditionalOnClass({RedisClient.class, DataRedisConnectionDetails.class})
@ConditionalOnBean(DataRedisConnectionDetails.class)
@EnableConfigurationProperties(RedisProperties.class)
public class RedisAutoConfiguration {

  /** Longer than a command's: the first connection of a busy, cold JVM takes its time. */
  private static final Duration HANDSHAKE_TIMEOUT = Duration.ofSeconds(2);

  @Bean(destroyMethod = "close")
  Redis redis(
      DataRedisConnectionDetails details,
      RedisProperties properties,
      Clock clock,
      MeterRegistry registry) {
    var client = RedisClient.create(address(details));
    var options =
        ClientOptions.builder()
            // Fail at once rather than queue up for a server that is away.
            .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
            .socketOptions(
                SocketOptions.builder()
                    .connectTimeout(Duration.ofSeconds(1))
                    .keepAlive(true)
                    .build())
            .timeoutOptions(TimeoutOptions.enabled(properties.commandTimeout()));
    var authority = details.getSslBundle();
    if (authority != null) {
      var trusted = authority.getManagers().getTrustManagerFactory();
      options.sslOptions(SslOptions.builder().trustManager(trusted).build());
    }
    client.setOptions(options.build());
    var redis = new Redis(client, clock);
    Gauge.builder("dispatch.redis.connected", redis, Redis::connected)
        .description("1 while the service's shared connection to Redis is open, 0 while it is not")
        .register(registry);
    return redis;
  }

  private static RedisURI address(DataRedisConnectionDetails details) {
    var server = details.getStandalone();
    if (server == null) {
      throw new IllegalStateException("spring.data.redis.host is not set");
    }
    var uri =
        RedisURI.builder()
            .withHost(server.getHost())
            .withPort(server.getPort())
            .withDatabase(server.getDatabase())
            .withSsl(details.getSslBundle() != null)
            .withTimeout(HANDSHAKE_TIMEOUT);
    var password = details.getPassword();
    if (password != null) {
      var user = details.getUsername();
      if (user == null) {
        uri.withPassword(password.toCharArray());
      } else {
        uri.withAuthentication(user, password.toCharArray());
      }
    }
    return uri.build();
  }

  @Bean
  RedisLocks redisLocks(Redis redis) {
    return new RedisLocks(redis);
  }

  @Bean
  NearbyDrivers nearbyDrivers(Redis redis, RedisProperties properties, Clock clock) {
    return new NearbyDrivers(redis, clock, properties.driverStaleAfter());
  }

  /** Only for services with a REST interface. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass({ProxyManager.class, jakarta.servlet.Filter.class})
  @EnableConfigurationProperties(WebProperties.class)
  static class RateLimits {

    @Bean
    UserRateLimits userRateLimits(Redis redis, ServiceIdentity service, WebProperties properties) {
      var limit = properties.rateLimit();
      return new UserRateLimits(
          new LettuceBuckets(redis, limit.period().multipliedBy(60)),
          service.name(),
          limit.burst(),
          limit.perPeriod(),
          limit.period());
    }
  }
}
