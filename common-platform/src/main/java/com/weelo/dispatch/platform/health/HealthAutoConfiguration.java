package com.weelo.dispatch.platform.health;

import com.weelo.dispatch.platform.consuming.ConsumingAutoConfiguration;
import com.weelo.dispatch.platform.consuming.KafkaMetrics;
import com.weelo.dispatch.platform.housekeeping.SweepLoop;
import com.weelo.dispatch.platform.redis.Redis;
import com.weelo.dispatch.platform.redis.RedisAutoConfiguration;
import io.lettuce.core.RedisClient;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** Tells a service that is down from one that goes on without Redis or Kafka. */
@AutoConfiguration(
    after = {
      ConsumingAutoConfiguration.class,
      JdbcTemplateAutoConfiguration.class,
      RedisAutoConfiguration.class
    })
@EnableConfigurationProperties(HealthProperties.class)
public class HealthAutoConfiguration {

  @Bean
  Readiness readiness(ObjectProvider<HealthEndpoint> health) {
    return new Readiness(health);
  }

  /** Whoever counts the brokers has looked already. */
  @Bean
  HealthIndicator kafkaHealthIndicator(KafkaMetrics kafka) {
    return () ->
        kafka.isAway()
            ? Health.status(Degraded.STATUS)
                .withDetail("missing", List.of("Kafka does not answer"))
                .build()
            : Health.up().build();
  }

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(JdbcTemplate.class)
  @ConditionalOnBean(JdbcTemplate.class)
  static class WithDatabase {

    @Bean
    Watched databaseHealthIndicator(DataSource database, HealthProperties properties) {
      var without = properties.databaseNeeded() ? Status.DOWN : Degraded.STATUS;
      return new Watched(without, new DatabaseLook(database));
    }

    @Bean
    SweepLoop databaseLook(
        @Qualifier("databaseHealthIndicator") Watched database, HealthProperties properties) {
      return new SweepLoop("database-look", database::look, properties.interval());
    }
  }

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(RedisClient.class)
  @ConditionalOnBean(Redis.class)
  static class WithRedis {

    @Bean
    Watched redisHealthIndicator(Redis redis) {
      return new Watched(Degraded.STATUS, redis::missing);
    }

    @Bean
    SweepLoop redisLook(
        @Qualifier("redisHealthIndicator") Watched redis, HealthProperties properties) {
      return new SweepLoop("redis-look", redis::look, properties.interval());
    }
  }
}
