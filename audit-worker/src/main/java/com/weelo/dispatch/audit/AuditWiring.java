package com.weelo.dispatch.audit;

import com.weelo.dispatch.audit.recording.DigestingRecords;
import com.weelo.dispatch.audit.recording.Gaps;
import com.weelo.dispatch.audit.recording.KafkaGaps;
import com.weelo.dispatch.audit.recording.RecordingEvents;
import com.weelo.dispatch.audit.sealing.SealFile;
import com.weelo.dispatch.audit.sealing.SealingChains;
import com.weelo.dispatch.audit.sealing.Seals;
import com.weelo.dispatch.audit.sealing.SigningKey;
import com.weelo.dispatch.audit.sealing.TellingOfSeals;
import com.weelo.dispatch.audit.verifying.ChainVerifier;
import com.weelo.dispatch.audit.verifying.Trust;
import com.weelo.dispatch.events.DomainEvent;
import com.weelo.dispatch.events.LocationEvent;
import com.weelo.dispatch.platform.consuming.Subscription;
import com.weelo.dispatch.platform.housekeeping.SweepLoop;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What is connected to what. */
@Configuration(proxyBeanMethods = false)
class AuditWiring {

  private static final int SEALS_THAT_MAY_FAIL = 5;

  @Bean
  Subscription<DomainEvent> events(RecordingEvents recording, AuditProperties properties) {
    return Subscription.recordsInBatches("audit-worker.events", DomainEvent.class, recording)
        .except(LocationEvent.class)
        .withConcurrency(properties.consumers())
        .gathering(Duration.ofMillis(200));
  }

  @Bean
  Subscription<LocationEvent> positions(DigestingRecords digesting, AuditProperties properties) {
    return Subscription.recordsInBatches("audit-worker.positions", LocationEvent.class, digesting)
        .gathering(properties.digestEvery());
  }

  @Bean(destroyMethod = "close")
  Admin kafkaAdminClient(KafkaAdmin admin) {
    return Admin.create(admin.getConfigurationProperties());
  }

  @Bean
  SigningKey signingKey(AuditProperties properties) {
    var file =
        required(properties.signingKey(), "dispatch.audit.signing-key", "the key that signs seals");
    return properties.createSigningKey() ? SigningKey.readOrCreate(file) : SigningKey.read(file);
  }

  @Bean
  SealFile sealFile(AuditProperties properties) {
    return new SealFile(
        required(
            properties.sealFile(),
            "dispatch.audit.seal-file",
            "the file where seals are written down, out of reach of the database's owner"));
  }

  private static Path required(@Nullable Path file, String property, String what) {
    if (file == null) {
      throw new IllegalStateException(property + " must name " + what);
    }
    return file;
  }

  @Bean
  SealingChains sealingChains(
      Seals seals,
      SigningKey key,
      SealFile file,
      PlatformTransactionManager transactions,
      TellingOfSeals telling,
      Clock clock,
      MeterRegistry registry,
      AuditProperties properties) {
    var sealed =
        Counter.builder("dispatch.audit.seals")
            .description("Seals that this instance made over all chains")
            .register(registry);
    return new SealingChains(
        seals,
        key,
        file,
        new TransactionTemplate(transactions),
        seal -> {
          sealed.increment();
          telling.tell(seal);
        },
        clock,
        properties.sealInterval());
  }

  @Bean
  SweepLoop sealing(SealingChains sealing, AuditProperties properties) {
    return new SweepLoop("sealing", sealing::sweep, properties.sealInterval());
  }

  @Bean
  ChainVerifier chainVerifier(
      DataSource database, SigningKey key, SealFile file, Clock clock, AuditProperties properties) {
    var longestUnsealed = properties.sealInterval().multipliedBy(SEALS_THAT_MAY_FAIL);
    return new ChainVerifier(
        database, new Trust(Set.of(key.publicKey()), file, longestUnsealed), clock);
  }

  @Bean
  Gaps gaps(Admin admin) {
    return new KafkaGaps(admin);
  }
}
