package com.weelo.dispatch.platform.publishing;

import com.weelo.dispatch.events.EventCodec;
import com.weelo.dispatch.platform.observability.Traces;
import io.micrometer.tracing.Tracer;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;

/** Identity, codec, topics and the direct way to Kafka. */
@AutoConfiguration(
    after = KafkaAutoConfiguration.class,
    afterName =
        "org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure"
            + ".OpenTelemetryTracingAutoConfiguration")
@EnableConfigurationProperties(TopicProperties.class)
public class PublishingAutoConfiguration {

  @Bean
  @ConditionalOnMissingBean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  ServiceIdentity serviceIdentity(
      @Value("${spring.application.name}") String name,
      @Value("${dispatch.environment}") String environment) {
    return new ServiceIdentity(name, environment);
  }

  @Bean
  EventCodec eventCodec() {
    return new EventCodec();
  }

  @Bean
  Traces traces(ObjectProvider<Tracer> tracer) {
    return new Traces(tracer.getIfAvailable(() -> Tracer.NOOP));
  }

  @Bean
  Envelopes envelopes(ServiceIdentity service, Clock clock) {
    return new Envelopes(service, clock);
  }

  @Bean
  EventPublisher eventPublisher(
      Envelopes envelopes, EventCodec codec, Traces traces, KafkaTemplate<String, byte[]> kafka) {
    return new EventPublisher(envelopes, codec, traces, kafka);
  }

  @Bean
  ProducerAtStart producerAtStart(ProducerFactory<String, byte[]> kafka) {
    return new ProducerAtStart(kafka);
  }

  @Bean
  TopicCreation topicCreation(KafkaAdmin admin, TopicProperties properties) {
    return new TopicCreation(admin, properties);
  }
}
