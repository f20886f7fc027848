package com.weelo.dispatch.order.testing;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;

/** What {@link FleetTest} hands to its tests. */
@TestConfiguration(proxyBeanMethods = false)
class FleetFixtures {

  @Bean
  FleetApi fleetApi(Environment environment) {
    return new FleetApi(environment);
  }

  @Bean
  ToldEvents toldEvents(JdbcTemplate jdbc) {
    return new ToldEvents(jdbc);
  }
}
