package com.weelo.dispatch.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.weelo.dispatch.suite.SuiteDatabases;
import com.weelo.dispatch.suite.client.RestCall;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Everything there is gets killed under load, one after another, and comes back; of what everything
 * ends in two instances run, and much of what happens is told again. Nothing is lost, and whatever
 * was counted and added up is made again, to the row, from nothing but the topics.
 *
 * <p>By default under a minute's traffic. With an hour of a city's life before it, at five times
 * its speed, in which the sinks are killed again and again:
 *
 * <pre>
 * -Ddispatch.test.city-seconds=720 -Ddispatch.test.sink-kills=12
 * </pre>
 */
@SystemTest
class FaultsIT {

  private static final Logger log = LoggerFactory.getLogger(FaultsIT.class);

  private static final Path JOURNAL = Path.of("target", "faults-journal.ndjson");

  private static final Path CITY_JOURNAL = Path.of("target", "faults-city-journal.ndjson");

  /** So much has to go on happening after, and where it can, during each fault. */
  private static final int MORE = 30;

  private final int citySeconds = Integer.getInteger("dispatch.test.city-seconds", 0);
  private final int sinkKills = Integer.getInteger("dispatch.test.sink-kills", 0);

  /** Told at the end, so that one does not hide what comes after it. */
  private final List<String> violations = new ArrayList<>();

  private final RunningSuite suite;

  FaultsIT(RunningSuite suite) {
    this.suite = suite;
  }

  @Test
  void nothingIsLostWhoeverIsKilled() throws Exception {
    try (var sinks = SinkInstances.start(suite)) {
      if (citySeconds > 0) {
        haveACity(sinks);
      }
      haveTraffic(sinks);
      makeAgain(sinks);
    }
    assertThat(violations).isEmpty();
  }

  private void haveTraffic(SinkInstances sinks) throws Exception {
    var stores = suite.stores();
    var receivedBefore = positionsReceived();
    var traffic = Traffic.begin(suite, suite.city(), JOURNAL);
    try (traffic;
        var echo = new Echo(suite)) {
      traffic.awaitAcceptances(MORE);

      sinks.killAndStart();
      traffic.awaitAcceptances(MORE);
      echo.sayAgain();

      stores.kafkaStore().kill();
      traffic.awaitBookings(MORE); // which need no Kafka
      stores.kafkaStore().start();
      traffic.awaitAcceptances(MORE);

      stores.redisStore().kill();
      traffic.awaitBookings(MORE); // which need no Redis
      stores.redisStore().start();
      traffic.awaitAcceptances(MORE);

      stores.postgresStore().kill();
      stores.postgresStore().start();
      traffic.awaitAcceptances(MORE);

      suite.services().kill();
      suite.services().start();
      traffic.awaitAcceptances(MORE);
      log.info(
          "Under {}, everything was killed once and came back; {} events were told again",
          traffic,
          echo.said());
    }
    violations.addAll(suite.violations(JOURNAL));
    assertThat(transporters()).containsAllEntriesOf(traffic.winners());
    assertThat(positionsReceived() - receivedBefore).isGreaterThanOrEqualTo(traffic.positions());
    assertThat(traffic.complaints()).isEmpty();
  }

  private void haveACity(SinkInstances sinks) throws IOException {
    try (var city = SimulatedCity.begin(suite, Duration.ofSeconds(citySeconds), CITY_JOURNAL);
        var echo = new Echo(suite)) {
      for (var kill = 1; kill <= sinkKills; kill++) {
        city.awaitPart(kill, sinkKills + 1);
        sinks.killAndStart();
        echo.sayAgain();
      }
      city.awaitRest();
      echo.sayAgain();
      log.info("{}; {} kills; {} events were told again", city, sinkKills, echo.said());
    }
    violations.addAll(suite.violations(CITY_JOURNAL));
  }

  /** With nothing but the topics to go by. */
  private void makeAgain(SinkInstances sinks) {
    var tables = new AnalyticsTables(suite.ports());
    var before = tables.digests();
    log.info("Made again: {}", before);
    sinks.whileAway(tables::forgetEverything);

    await("everything is made again")
        .atMost(SystemTest.PATIENCE)
        .untilAsserted(() -> assertThat(tables.digests()).isEqualTo(before));
  }

  /** Whose each booking is, as the database has it. */
  private Map<String, String> transporters() {
    var transporters = new HashMap<String, String>();
    JdbcClient.create(
            new DriverManagerDataSource(
                SuiteDatabases.url("booking", suite.ports()),
                SuiteDatabases.USER,
                SuiteDatabases.PASSWORD))
        .sql("SELECT id, transporter_id FROM bookings WHERE transporter_id IS NOT NULL")
        .query(row -> {
          transporters.put(row.getString(1), row.getString(2));
        });
    return transporters;
  }

  private long positionsReceived() {
    var call = RestCall.get("/api/v1/tracking/accounting").by(suite.tokens().ops("test"));
    return Answer.to(suite.client().location().send(call), 200).json().path("received").asLong();
  }
}
