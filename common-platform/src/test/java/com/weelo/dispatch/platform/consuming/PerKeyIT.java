package com.weelo.dispatch.platform.consuming;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.weelo.dispatch.events.EventCodec;
import com.weelo.dispatch.events.EventEnvelope;
import com.weelo.dispatch.events.EventIds;
import com.weelo.dispatch.events.EventMetadata;
import com.weelo.dispatch.events.NotificationEvent.Sms;
import com.weelo.dispatch.events.NotificationId;
import com.weelo.dispatch.events.Topics;
import com.weelo.dispatch.events.UserId;
import com.weelo.dispatch.platform.observability.Traces;
import com.weelo.dispatch.testing.KafkaProbe;
import com.weelo.dispatch.testing.StoresTest;
import com.weelo.dispatch.testing.TestStores;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.tracing.Tracer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.Lifecycle;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaTemplate;

@StoresTest(
    database = "perkey",
    classes = ConsumingTestApplication.class,
    properties = {
      "spring.application.name=per-key-test",
      "spring.flyway.locations=classpath:db/platform"
    })
class PerKeyIT {

  private static final String SMS = "notification.sms";
  private static final int PARTITIONS = Topics.of(Sms.class).getFirst().partitions();
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  @Autowired ConsumerFactory<String, byte[]> consumers;
  @Autowired KafkaTemplate<String, byte[]> template;
  @Autowired EventCodec codec;

  private final String group = "per-key-test-" + EventIds.next();
  private final List<Lifecycle> readers = new ArrayList<>();
  private final Map<String, RuntimeException> failures = new ConcurrentHashMap<>();
  private final Queue<String> sent = new ConcurrentLinkedQueue<>();

  private final String ann = "ann-" + group;
  private final String bob = onThePartitionOf(ann);

  private KafkaProbe kafka;

  @BeforeEach
  void openTopics() {
    kafka = KafkaProbe.fromEarliest(TestStores.get(), SMS + ".dlt");
  }

  @AfterEach
  void close() {
    readers.forEach(Lifecycle::stop);
    kafka.close();
  }

  @Test
  void events_of_one_recipient_come_in_order() {
    startReading();

    var texts = new ArrayList<String>();
    for (var i = 0; i < 50; i++) {
      texts.add(send(ann));
      send(bob);
    }

    awaitSent(texts.getLast());
    assertThat(sent).containsSubsequence(texts);
  }

  @Test
  void a_recipient_who_can_not_be_reached_holds_up_nobody_else() {
    startReading();
    var stuck = failing(new RetryableFailure("away", null), ann);
    var behind = send(ann);

    awaitSent(send(bob));
    assertThat(sent).doesNotContain(stuck, behind);
    failures.clear();

    awaitSent(behind);
    assertThat(sent).containsSubsequence(stuck, behind);
  }

  @Test
  void poison_goes_to_the_dead_letters_and_everything_else_is_handled() {
    startReading();
    kafka.send(SMS, ann, "poison".getBytes(), Map.of());
    var refused = failing(new PoisonEvent("refused", null), ann);
    var after = send(ann);
    var other = send(bob);

    awaitSent(after);
    awaitSent(other);
    kafka.await(SMS + ".dlt", letter -> "poison".equals(letter.value()));
    var letter = kafka.await(SMS + ".dlt", l -> String.valueOf(l.value()).contains(refused));
    assertThat(letter.headers().get(DeadLetters.REASON)).isEqualTo("PoisonEvent: refused");
  }

  @Test
  void what_was_not_finished_is_delivered_to_the_next_reader() {
    var first = startReading();
    var done = send(ann);
    awaitSent(done);
    var stuck = failing(new RetryableFailure("away", null), ann);
    awaitSent(send(bob));

    first.stop();
    failures.clear();
    startReading();

    awaitSent(stuck);
    assertThat(sent).containsOnlyOnce(done);
  }

  /** Some may come twice: what was handled ahead of an unfinished record of the same partition. */
  @Test
  void two_readers_share_the_work_and_lose_nothing_when_one_leaves() {
    startReading();
    var leaving = startReading();
    var texts = new ArrayList<String>();
    for (var i = 0; i < 300; i++) {
      texts.add(send("user-" + i + group));
      if (i == 150) {
        leaving.stop();
      }
    }

    await().atMost(PATIENCE).untilAsserted(() -> assertThat(sent).containsAll(texts));
  }

  /** A recipient whom nothing but the lane keeps apart from the other one. */
  private static String onThePartitionOf(String other) {
    return Stream.generate(() -> "bob-" + EventIds.next())
        .filter(name -> partition(name) == partition(other))
        .findFirst()
        .orElseThrow();
  }

  private static int partition(String key) {
    return BuiltInPartitioner.partitionForKey(key.getBytes(UTF_8), PARTITIONS);
  }

  private ReadingThread startReading() {
    var registry = new SimpleMeterRegistry();
    var decoding = new Decoding<>(codec, Sms.class, group, registry);
    var traces = new Traces(Tracer.NOOP);
    var listener =
        new SingleListener<>(group, decoding, this::handle, registry.timer("handled"), traces);
    var deadLetters = new DeadLetters(group, template, registry);
    var reader =
        new ReadingThread(
            group,
            new PerKeyConsumer(
                consumers,
                group,
                Subscription.perKey(group, Sms.class, this::handle, 16),
                new PerKeyListener(group, listener, deadLetters),
                16));
    readers.add(reader);
    reader.start();
    return reader;
  }

  private void handle(EventEnvelope<Sms> event) {
    Optional.ofNullable(failures.get(event.data().text()))
        .ifPresent(failure -> {
          throw failure;
        });
    sent.add(event.data().text());
  }

  private String failing(RuntimeException failure, String recipient) {
    var text = "text-" + EventIds.next();
    failures.put(text, failure);
    send(recipient, text);
    return text;
  }

  private String send(String recipient) {
    return send(recipient, "text-" + EventIds.next());
  }

  private String send(String recipient, String text) {
    var sms =
        new Sms(
            new NotificationId(EventIds.next().toString()),
            new UserId(recipient),
            "test",
            text,
            null);
    var envelope =
        new EventEnvelope<>(
            EventIds.next(),
            Instant.parse("2026-05-04T12:00:00Z"),
            sms,
            new EventMetadata("a-test", "test", "a-correlation", null, null));
    kafka.send(SMS, recipient, codec.encode(envelope), Map.of());
    return text;
  }

  private void awaitSent(String text) {
    await().atMost(PATIENCE).until(() -> sent.contains(text));
  }
}
