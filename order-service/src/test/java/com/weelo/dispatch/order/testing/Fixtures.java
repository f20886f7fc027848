package com.weelo.dispatch.order.testing;

import com.weelo.dispatch.platform.redis.Redis;
import com.weelo.dispatch.testing.ApiClient;
import com.weelo.dispatch.testing.TestClock;
import java.time.Clock;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.json.JsonMapper;

/** What the tests of the whole service are made of. */
@TestConfiguration(proxyBeanMethods = false)
public class Fixtures {

  @Bean
  @Primary
  TestClock testClock() {
    return new TestClock();
  }

  @Bean
  Api api(Environment environment) {
    var port = "local.server.port"; // known once the server runs
    return new Api(new ApiClient(() -> environment.getRequiredProperty(port, Integer.class)));
  }

  @Bean
  Fleets fleets(Redis redis, Clock clock, Api api) {
    return new Fleets(redis, clock, api);
  }

  @Bean
  Invariants invariants(
      JdbcTemplate jdbc, PublishedEvents events, PlatformTransactionManager transactions) {
    return new Invariants(jdbc, events, transactions);
  }

  @Bean
  PublishedEvents publishedEvents(JdbcTemplate jdbc, JsonMapper json) {
    return new PublishedEvents(jdbc, json);
  }
}
