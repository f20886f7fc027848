package com.weelo.dispatch.platform.outbox;

import com.weelo.dispatch.events.EventCodec;
import com.weelo.dispatch.platform.housekeeping.Chore;
import com.weelo.dispatch.platform.housekeeping.SweepLoop;
import com.weelo.dispatch.platform.observability.Traces;
import com.weelo.dispatch.platform.outbox.OutboxProperties.RelayKind;
import com.weelo.dispatch.platform.publishing.Envelopes;
import com.weelo.dispatch.platform.publishing.PublishingAutoConfiguration;
import com.weelo.dispatch.platform.publishing.ServiceIdentity;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.kafka.core.ProducerFactory;

/** The outbox of a service that has a database. */
@AutoConfiguration(after = {PublishingAutoConfiguration.class, JdbcTemplateAutoConfiguration.class})
@ConditionalOnClass(JdbcTemplate.class)
@ConditionalOnBean(JdbcTemplate.class)
@ConditionalOnProperty(name = "dispatch.outbox.enabled", matchIfMissing = true)
@EnableConfigurationProperties(OutboxProperties.class)
public class OutboxAutoConfiguration {

  private static final Logger log = LoggerFactory.getLogger(OutboxAutoConfiguration.class);

  private static final int LONGEST_LOOK_SECONDS = 5;

  @Bean
  Outbox outbox(JdbcTemplate jdbc, Envelopes envelopes, EventCodec codec, Traces traces) {
    return new JdbcOutbox(jdbc, envelopes, codec, traces);
  }

  @Bean
  OutboxMetrics outboxMetrics(MeterRegistry registry) {
    return new OutboxMetrics(registry);
  }

  @Bean
  OutboxHealth outboxHealthIndicator(OutboxMetrics metrics, Clock clock) {
    return new OutboxHealth(metrics, clock);
  }

  @Bean
  ReplicationSlot replicationSlot(JdbcTemplate jdbc, OutboxProperties properties) {
    return new ReplicationSlot(jdbc, properties.slot(), () -> OutboxTable.forgetPosition(jdbc));
  }

  @Bean
  Chore outboxPartitions(
      JdbcTemplate jdbc, ReplicationSlot slot, Clock clock, OutboxProperties properties) {
    var partitions = new OutboxPartitions(jdbc, slot, clock, properties.retention());
    return new Chore("Making and dropping the outbox's days", partitions::maintain);
  }

  /** Which relay it is. */
  record Chosen(boolean logical) {}

  @Bean
  Chosen outboxRelayKind(JdbcTemplate jdbc, OutboxProperties properties) {
    return new Chosen(logicalDecoding(jdbc, properties));
  }

  @Bean
  RelayLoop outboxRelay(
      ServiceIdentity service,
      JdbcConnectionDetails database,
      JdbcTemplate jdbc,
      Chosen relay,
      ReplicationSlot slot,
      ProducerFactory<String, byte[]> kafka,
      OutboxMetrics metrics,
      OutboxProperties properties) {
    Supplier<OutboxProducer> producers = () -> OutboxProducer.open(kafka);
    OutboxRelay.Source relays;
    if (relay.logical()) {
      slot.createIfAbsent(); // while nothing serves yet, and so the table is empty or old
      relays =
          () -> {
            slot.createIfAbsent();
            return OutboxTable.wasRead(jdbc)
                ? LogicalRelay.open(database, slot, properties, producers, metrics)
                : new Handover(OutboxTable.open(database, producers), metrics);
          };
    } else {
      relays =
          () ->
              new PollingRelay(
                  OutboxTable.open(database, producers), metrics, properties.pollInterval());
    }
    return new RelayLoop(service.name(), relays, properties.retryAfter());
  }

  /** Apart from the relay and from whoever asks for meters: neither waits for the database. */
  @Bean
  SweepLoop outboxLag(
      DataSource database,
      Chosen relay,
      ReplicationSlot slot,
      MeterRegistry registry,
      OutboxProperties properties) {
    var jdbc = new JdbcTemplate(database);
    jdbc.setQueryTimeout(LONGEST_LOOK_SECONDS);
    var look = relay.logical() ? new SlotLag(jdbc, slot) : new PolledLag(jdbc);
    var metrics = new LagMetrics(look, relay.logical(), registry);
    return new SweepLoop("outbox-lag", metrics::look, properties.lagInterval());
  }

  private static boolean logicalDecoding(JdbcTemplate jdbc, OutboxProperties properties) {
    if (properties.relay() != RelayKind.AUTO) {
      return properties.relay() == RelayKind.LOGICAL;
    }
    var level = jdbc.queryForObject("SHOW wal_level", String.class);
    if ("logical".equals(level)) {
      return true;
    }
    log.warn("wal_level is {}, not logical: the outbox is relayed by polling", level);
    return false;
  }
}
