package com.weelo.dispatch.analytics;

import com.weelo.dispatch.analytics.facts.Cells;
import com.weelo.dispatch.analytics.facts.FactPolicy;
import com.weelo.dispatch.analytics.recording.RecordingFacts;
import com.weelo.dispatch.analytics.supply.AggregatingSupply;
import com.weelo.dispatch.events.DomainEvent;
import com.weelo.dispatch.events.LocationEvent;
import com.weelo.dispatch.platform.consuming.Subscription;
import com.weelo.dispatch.platform.database.DayPartitions;
import com.weelo.dispatch.platform.housekeeping.Chore;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** What is connected to what. */
@Configuration(proxyBeanMethods = false)
class AnalyticsWiring {

  @Bean
  Subscription<DomainEvent> events(RecordingFacts recording, AnalyticsProperties properties) {
    return Subscription.inBatches("analytics-worker.facts", DomainEvent.class, recording)
        .except(LocationEvent.class)
        .withConcurrency(properties.consumers())
        .gathering(Duration.ofMillis(200));
  }

  @Bean
  Subscription<LocationEvent> positions(AggregatingSupply supply) {
    return Subscription.inBatches("analytics-worker.supply", LocationEvent.class, supply)
        .gathering(Duration.ofSeconds(2));
  }

  @Bean
  Cells cells() {
    return new Cells();
  }

  @Bean
  FactPolicy factPolicy(Cells cells) {
    return new FactPolicy(cells);
  }

  @Bean
  Chore factDays(JdbcTemplate jdbc, Clock clock, AnalyticsProperties properties) {
    var facts = new DayPartitions(jdbc, "facts", clock, properties.retention());
    var offers = new DayPartitions(jdbc, "offers", clock, properties.retention());
    return new Chore(
        "Making and dropping the days of facts",
        () -> {
          facts.maintain();
          offers.maintain();
        });
  }
}
