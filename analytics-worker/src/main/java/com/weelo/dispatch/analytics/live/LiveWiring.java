package com.weelo.dispatch.analytics.live;

import com.weelo.dispatch.analytics.AnalyticsProperties;
import com.weelo.dispatch.analytics.facts.FactPolicy;
import com.weelo.dispatch.events.DomainEvent;
import com.weelo.dispatch.platform.consuming.Subscription;
import java.time.Clock;
import java.time.Duration;
import org.apache.kafka.clients.admin.Admin;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaAdmin;
import tools.jackson.databind.json.JsonMapper;

/** The live page's parts. */
@Configuration(proxyBeanMethods = false)
class LiveWiring {

  @Bean
  LiveView liveView(FactPolicy policy, AnalyticsProperties properties, Clock clock) {
    return new LiveView(policy, properties, clock);
  }

  @Bean
  LiveHealth liveHealth(KafkaAdmin kafka) {
    return new LiveHealth(Admin.create(kafka.getConfigurationProperties()));
  }

  @Bean
  Broadcasting broadcasting(
      LiveView view,
      LiveCells cells,
      FiguringOut figures,
      LiveHealth health,
      JsonMapper json,
      Clock clock,
      AnalyticsProperties properties) {
    return new Broadcasting(view, cells, figures, health, json, clock, properties);
  }

  /** Each instance hears everything; nothing, while nobody watches. */
  @Bean
  Subscription<DomainEvent> live(LiveView view, Broadcasting broadcasting) {
    return Subscription.watching(
            "analytics-worker.live", DomainEvent.class, key -> broadcasting.isWatched(), view::hear)
        .gathering(Duration.ofMillis(100));
  }
}
