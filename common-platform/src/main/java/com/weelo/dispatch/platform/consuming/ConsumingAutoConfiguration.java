package com.weelo.dispatch.platform.consuming;

import com.weelo.dispatch.events.EventCodec;
import com.weelo.dispatch.platform.housekeeping.SweepLoop;
import com.weelo.dispatch.platform.observability.Traces;
import com.weelo.dispatch.platform.publishing.PublishingAutoConfiguration;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs every {@link Subscription} bean. */
@AutoConfiguration(
    after = {
      PublishingAutoConfiguration.class,
      JdbcTemplateAutoConfiguration.class,
      DataSourceTransactionManagerAutoConfiguration.class
    },
    afterName = "org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration")
public class ConsumingAutoConfiguration {

  private static final Duration LONGEST_LOOK = Duration.ofSeconds(5);

  @Bean
  SubscriptionContainers subscriptionContainers(
      ConsumerFactory<String, byte[]> consumers,
      KafkaTemplate<String, byte[]> kafka,
      EventCodec codec,
      MeterRegistry registry,
      Traces traces,
      ObjectProvider<SubscriptionFactory.Database> database,
      ObjectProvider<Subscription<?>> subscriptions,
      @Value("${dispatch.consuming.group-suffix:}") String groupSuffix) {
    var factory =
        new SubscriptionFactory(
            consumers,
            kafka,
            codec,
            registry,
            traces,
            Optional.ofNullable(database.getIfAvailable()),
            groupSuffix);
    return new SubscriptionContainers(
        subscriptions.orderedStream().map(factory::container).toList());
  }

  @Bean(destroyMethod = "close")
  ReadingLags readingLags(
      KafkaAdmin kafka,
      ObjectProvider<Subscription<?>> subscriptions,
      @Value("${dispatch.consuming.group-suffix:}") String groupSuffix) {
    return new ReadingLags(
        Admin.create(kafka.getConfigurationProperties()),
        subscriptions.orderedStream().toList(),
        groupSuffix,
        LONGEST_LOOK);
  }

  @Bean
  KafkaMetrics kafkaMetrics(ReadingLags reading, MeterRegistry registry) {
    return new KafkaMetrics(reading, registry);
  }

  /** Apart from whoever asks for meters. */
  @Bean
  SweepLoop consumerLag(
      KafkaMetrics kafka, @Value("${dispatch.consuming.lag-interval:15s}") Duration interval) {
    return new SweepLoop("consumer-lag", kafka::look, interval);
  }

  /** Only for services with a database; apart, so that others need no JDBC. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(JdbcTemplate.class)
  @ConditionalOnBean({JdbcTemplate.class, PlatformTransactionManager.class})
  static class WithDatabase {

    @Bean
    SubscriptionFactory.Database subscriptionDatabase(
        JdbcTemplate jdbc, PlatformTransactionManager transactions) {
      return new SubscriptionFactory.Database(jdbc, new TransactionTemplate(transactions));
    }
  }
}
