package com.weelo.dispatch.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.weelo.dispatch.suite.SuiteDatabases;
import com.weelo.dispatch.suite.client.RestCall;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Everything there is gets killed under load, one after another, and comes back. */
@SystemTest
class FaultsIT {

  private static final Logger log = LoggerFactory.getLogger(FaultsIT.class);

  private static final Path JOURNAL = Path.of("target", "faults-journal.ndjson");

  /** So much has to go on happening after, and where it can, during each fault. */
  private static final int MORE = 30;

  private final RunningSuite suite;

  FaultsIT(RunningSuite suite) {
    this.suite = suite;
  }

  @Test
  void nothingIsLostWhoeverIsKilled() throws Exception {
    var stores = suite.stores();
    var receivedBefore = positionsReceived();
    var traffic = Traffic.begin(suite, suite.city(), JOURNAL);
    try (traffic) {
      traffic.awaitAcceptances(MORE);

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
    }

    log.info("Under {}, everything was killed once and came back", traffic);
    assertThat(suite.violations(JOURNAL)).isEmpty();
    assertThat(transporters()).containsAllEntriesOf(traffic.winners());
    assertThat(positionsReceived() - receivedBefore).isGreaterThanOrEqualTo(traffic.positions());
    assertThat(traffic.complaints()).isEmpty();
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
