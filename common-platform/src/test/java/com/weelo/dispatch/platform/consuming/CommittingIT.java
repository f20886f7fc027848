package com.weelo.dispatch.platform.consuming;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.weelo.dispatch.events.EventCodec;
import com.weelo.dispatch.events.EventEnvelope;
import com.weelo.dispatch.events.EventIds;
import com.weelo.dispatch.events.EventMetadata;
import com.weelo.dispatch.events.PaymentEvent;
import com.weelo.dispatch.events.Topics;
import com.weelo.dispatch.platform.Samples;
import com.weelo.dispatch.platform.observability.Traces;
import com.weelo.dispatch.testing.KafkaProbe;
import com.weelo.dispatch.testing.StoresTest;
import com.weelo.dispatch.testing.TestStores;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.tracing.Tracer;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetCommitCallback;
import org.apache.kafka.clients.consumer.RetriableCommitFailedException;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.KafkaTemplate;

/**
 * A broker that has just come up refuses a commit; which is given up there, unless it was insisted
 * on. Nothing comes after it on the partition that would make up for it.
 */
@StoresTest(
    database = "committing",
    classes = ConsumingTestApplication.class,
    properties = {
      "spring.application.name=committing-test",
      "spring.flyway.locations=classpath:db/platform"
    })
class CommittingIT {

  private static final String PAID = "payment.completed";

  @Autowired ConsumerFactory<String, byte[]> consumers;
  @Autowired KafkaTemplate<String, byte[]> template;
  @Autowired EventCodec codec;

  private final String group = "committing-test-" + EventIds.next();
  private final Set<UUID> handled = ConcurrentHashMap.newKeySet();
  private final Set<Object> refused = ConcurrentHashMap.newKeySet();

  @Test
  void what_was_handled_one_by_one_is_committed_although_it_was_refused() throws Exception {
    isCommitted(Subscription.of(group, PaymentEvent.class, this::handle));
  }

  @Test
  void what_was_handled_per_key_is_committed_although_it_was_refused() throws Exception {
    isCommitted(Subscription.perKey(group, PaymentEvent.class, this::handle, 10));
  }

  private void handle(EventEnvelope<PaymentEvent> event) {
    handled.add(event.eventId());
  }

  private void isCommitted(Subscription<PaymentEvent> subscription) throws Exception {
    var event =
        new EventEnvelope<>(
            EventIds.next(),
            Instant.parse("2026-05-04T12:00:00Z"),
            Samples.paid(Samples.newBooking()),
            new EventMetadata("a-test", "test", "a-correlation", null, 1L));
    var reader = factory().container(subscription);
    reader.start();
    try (var kafka = KafkaProbe.fromNow(TestStores.get(), PAID);
        var admin = Admin.create(Map.of("bootstrap.servers", TestStores.get().kafka()))) {
      kafka.send(PAID, event.key(), codec.encode(event), Map.of());

      await().until(() -> handled.contains(event.eventId()));
      await().untilAsserted(() -> assertThat(committed(admin)).containsAllEntriesOf(ends(admin)));
    } finally {
      reader.stop();
    }
  }

  private SubscriptionFactory factory() {
    var refusing =
        new DefaultKafkaConsumerFactory<String, byte[]>(consumers.getConfigurationProperties());
    refusing.addPostProcessor(this::refusing);
    return new SubscriptionFactory(
        refusing,
        template,
        codec,
        new SimpleMeterRegistry(),
        new Traces(Tracer.NOOP),
        Optional.empty(),
        "");
  }

  /** Refuses whatever it is asked to commit when it is asked for the first time. */
  @SuppressWarnings("unchecked")
  private Consumer<String, byte[]> refusing(Consumer<String, byte[]> consumer) {
    return (Consumer<String, byte[]>)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {Consumer.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("commitAsync") && refused.add(arguments[0])) {
                ((OffsetCommitCallback) arguments[1])
                    .onComplete(null, new RetriableCommitFailedException("not the coordinator"));
                return null;
              }
              return method.invoke(consumer, arguments);
            });
  }

  private Map<TopicPartition, Long> committed(Admin admin) throws Exception {
    return admin
        .listConsumerGroupOffsets(group)
        .partitionsToOffsetAndMetadata()
        .get()
        .entrySet()
        .stream()
        .collect(toMap(Map.Entry::getKey, next -> next.getValue().offset()));
  }

  /** Of the partitions that have records. */
  private static Map<TopicPartition, Long> ends(Admin admin) throws Exception {
    var partitions =
        IntStream.range(0, Topics.of(PaymentEvent.Completed.class).getFirst().partitions())
            .mapToObj(partition -> new TopicPartition(PAID, partition))
            .collect(toMap(partition -> partition, partition -> OffsetSpec.latest()));
    return admin.listOffsets(partitions).all().get().entrySet().stream()
        .filter(end -> end.getValue().offset() > 0)
        .collect(toMap(Map.Entry::getKey, end -> end.getValue().offset()));
  }
}
