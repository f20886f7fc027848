package com.weelo.dispatch.location.processing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.weelo.dispatch.location.accounting.Accounts;
import com.weelo.dispatch.location.accounting.Refusals;
import com.weelo.dispatch.location.cleaning.Outcome;
import com.weelo.dispatch.location.testing.Captain;
import com.weelo.dispatch.location.testing.Captain.Point;
import com.weelo.dispatch.location.testing.LocationTopics;
import com.weelo.dispatch.testing.ApiClient;
import com.weelo.dispatch.testing.KafkaProbe;
import com.weelo.dispatch.testing.StoresInitializer;
import com.weelo.dispatch.testing.StoresTest;
import com.weelo.dispatch.testing.TestStores;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.JdbcTemplate;

/** What Kafka hands out more than once, and what it should never have been given. */
@StoresTest(database = "location")
class RedeliveryIT {

  private static final String UPDATED = "location.updated";

  @Autowired Accounts accounts;
  @Autowired Refusals refusals;
  @Autowired JdbcTemplate jdbc;

  @Autowired
  @Qualifier("subscriptionContainers")
  SmartLifecycle consumers;

  @Value("location-processor.fixes${" + StoresInitializer.GROUP_SUFFIX + "}")
  String group;

  private final Captain captain;
  private final Instant now = Instant.now();

  RedeliveryIT(@LocalServerPort int port) {
    this.captain = Captain.of(new ApiClient(port));
  }

  @BeforeEach
  void nothingElseIsUnderWay() {
    new LocationTopics(jdbc).awaitRead();
    refusals.writeDown(); // those of tests before, that wait in memory
  }

  @Test
  void reading_everything_again_from_the_beginning_changes_nothing() {
    var topics = new LocationTopics(jdbc);
    captain.flushes(
        Point.at(captain.home(), now.minusSeconds(120)),
        Point.at(captain.north(40), now.minusSeconds(60)),
        Point.at(captain.north(1), now));
    topics.awaitRead();
    var before = accounts.total();

    consumers.stop();
    topics.rewind(group);
    consumers.start();
    topics.awaitCommitted(group);

    var after = accounts.total();
    assertThat(after.received()).isEqualTo(before.received());
    assertThat(after.of(Outcome.DUPLICATE)).isEqualTo(before.of(Outcome.DUPLICATE));
    assertThat(captain.pointsInHistory()).isEqualTo(2);
  }

  @Test
  void a_record_sent_again_is_a_duplicate() {
    try (var kafka = KafkaProbe.fromNow(TestStores.get(), UPDATED)) {
      captain.reports(Point.at(captain.home(), now));
      var record = kafka.awaitKey(UPDATED, captain.id());
      new LocationTopics(jdbc).awaitRead();
      var before = accounts.total();

      kafka.send(UPDATED, captain.id(), bytes(record.value()), record.headers());

      new LocationTopics(jdbc).awaitRead();
      var after = accounts.total();
      assertThat(after.received() - before.received()).isEqualTo(1);
      assertThat(after.of(Outcome.DUPLICATE) - before.of(Outcome.DUPLICATE)).isEqualTo(1);
      assertThat(captain.pointsInHistory()).isEqualTo(1);
    }
  }

  @Test
  void poison_is_put_aside_and_the_rest_goes_on() {
    try (var kafka = KafkaProbe.fromEarliest(TestStores.get(), UPDATED, UPDATED + ".dlt")) {
      captain.reports(Point.at(captain.home(), now.minusSeconds(60)));
      var poison = "no event at all, by " + captain.id();

      kafka.send(UPDATED, captain.id(), poison.getBytes(UTF_8), Map.of());
      captain.reports(Point.at(captain.home(), now));

      await().until(captain::pointsInHistory, is -> is == 2);
      kafka.await(UPDATED + ".dlt", letter -> poison.equals(letter.value()));
    }
  }

  @Test
  void a_fix_that_the_door_would_have_refused_is_dropped_behind_it() {
    try (var kafka = KafkaProbe.fromNow(TestStores.get(), UPDATED)) {
      captain.reports(Point.at(captain.home(), now));
      var sound = Objects.requireNonNull(kafka.awaitKey(UPDATED, captain.id()).value());
      new LocationTopics(jdbc).awaitRead();
      var before = accounts.total();
      var latitude = "\"latitude\":" + captain.home().latitude();
      assertThat(sound).contains(latitude);

      kafka.send(
          UPDATED, captain.id(), bytes(sound.replace(latitude, "\"latitude\":91")), Map.of());
      kafka.send(
          UPDATED,
          captain.id(),
          bytes(sound.replace(captain.id(), captain.id() + "\\u0000")),
          Map.of());

      new LocationTopics(jdbc).awaitRead();
      var after = accounts.total();
      assertThat(after.of(Outcome.INVALID) - before.of(Outcome.INVALID)).isEqualTo(2);
      assertThat(after.received() - before.received()).isEqualTo(2);
    }
  }

  private static byte[] bytes(@Nullable String text) {
    return Objects.requireNonNull(text).getBytes(UTF_8);
  }
}
