package com.weelo.dispatch.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.weelo.dispatch.events.NotificationEvent.Fcm;
import com.weelo.dispatch.events.NotificationId;
import com.weelo.dispatch.events.UserId;
import com.weelo.dispatch.fcm.Fault;
import com.weelo.dispatch.platform.housekeeping.SweepLoop;
import com.weelo.dispatch.testing.StoresTest;
import com.weelo.dispatch.testing.TestStores;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.Lifecycle;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a {@code kill -9} of an instance costs, by where it was. The other instance, this JVM, goes
 * on. Written down as the table in the documentation, which is compared.
 */
@StoresTest(
    database = "notification",
    properties = {
      // Longer than a slow machine is at what is to be seen before somebody else takes over.
      "dispatch.notification.fcm.leases.lease=30s",
      "dispatch.fcm.read-timeout=60s",
      "dispatch.fcm.connections=64"
    })
class CrashMatrixIT extends NotificationTest {

  private static final Path TABLE = Path.of("target", "push-crashes.md");
  private static final Path DOCUMENTED = Path.of("..", "docs", "push-crashes.md");
  private static final int PUSHES = 20;

  private static final String TITLE =
      """
      # What a crash costs

      An instance is killed (`kill -9`) with 20 pushes on their way; another goes on. The test \
      `CrashMatrixIT` writes this table and compares it.

      """;

  @Autowired JdbcClient jdbc;
  @Autowired DataSource dataSource;
  @Autowired Environment environment;

  /** All that this instance reads. */
  @Autowired Lifecycle subscriptionContainers;

  @Autowired SweepLoop progressOfOrders;

  /** What somebody is killed in the middle of. */
  private interface Moment {
    void killAt(List<String> users, List<String> phones) throws Exception;
  }

  /** It is noticed soon that an instance is gone. */
  @BeforeEach
  void shortenSessions() throws ExecutionException, InterruptedException {
    var group =
        "notification-worker.fcm"
            + environment.getRequiredProperty("dispatch.consuming.group-suffix");
    try (var admin = Admin.create(Map.of("bootstrap.servers", TestStores.get().kafka()))) {
      admin
          .incrementalAlterConfigs(
              Map.of(
                  new ConfigResource(ConfigResource.Type.GROUP, group),
                  List.of(
                      new AlterConfigOp(
                          new ConfigEntry("consumer.session.timeout.ms", "3000"),
                          AlterConfigOp.OpType.SET))))
          .all()
          .get();
    }
  }

  @Test
  void what_a_crash_costs_is_what_is_documented() throws Exception {
    var table = new StringBuilder(TITLE);
    table.append("| killed | sent twice | lost |\n");
    table.append("|---|---|---|\n");
    table.append(row("before the claim", this::beforeTheClaim));
    table.append(row("after the claim", this::afterTheClaim));
    table.append(row("after sending, before the answer is recorded", this::afterSending));
    table.append(row("after the record", this::afterTheRecord));
    table.append(row("while a digest is closed", this::closingDigests));
    table.append(row("while partitions move between two instances", this::onRebalance));

    Files.writeString(TABLE, table);
    assertThat(table.toString()).isEqualTo(Files.readString(DOCUMENTED));
  }

  private String row(String name, Moment moment) throws Exception {
    var users = Stream.generate(NotificationTest::newUser).limit(PUSHES).toList();
    var phones = users.stream().map(this::phoneOf).toList();
    subscriptionContainers.stop();
    moment.killAt(users, phones);
    fcm.recover();
    if (!subscriptionContainers.isRunning()) {
      subscriptionContainers.start();
    }
    patiently("settled: " + name).until(() -> deliveries(users, "sent") == PUSHES);
    var sent = phones.stream().mapToInt(phone -> fcm.messages().to(phone).size()).toArray();
    var twice = java.util.Arrays.stream(sent).filter(times -> times > 1).count();
    var lost = java.util.Arrays.stream(sent).filter(times -> times == 0).count();
    return "| %s | %d | %d |\n".formatted(name, twice, lost);
  }

  private void beforeTheClaim(List<String> users, List<String> phones) throws SQLException {
    try (var victim = Instance.start(environment, Map.of());
        var connection = dataSource.getConnection()) {
      awaitUp();
      connection.setAutoCommit(false);
      lock(connection, "deliveries");
      push(users);
      patiently("at the claim").until(() -> somebodyWaitsTo("INSERT INTO deliveries"));
      victim.kill();
      connection.rollback();
    }
  }

  /** The other instance, alone, sends. */
  private void awaitUp() {
    var anybody = newUser();
    phoneOf(anybody);
    push(List.of(anybody));
    patiently("up").until(() -> deliveries(List.of(anybody), "sent") == 1);
  }

  /** Nobody writes to it until the connection's transaction ends. */
  private static void lock(Connection connection, String table) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("LOCK TABLE " + table + " IN SHARE MODE");
    }
  }

  private boolean somebodyWaitsTo(String statement) {
    return jdbc.sql(
                """
                SELECT count(*) FROM pg_stat_activity
                WHERE datname = current_database() AND wait_event_type = 'Lock'
                  AND query LIKE '%' || :statement || '%'
                """)
            .param("statement", statement)
            .query(Integer.class)
            .single()
        > 0;
  }

  /** FCM's side takes the connection and then says nothing, not even hello. */
  private void afterTheClaim(List<String> users, List<String> phones) throws IOException {
    try (var silence = new ServerSocket(0, 256, InetAddress.getLoopbackAddress());
        var victim =
            Instance.start(
                environment,
                Map.of(
                    "dispatch.fcm.endpoint.port",
                    silence.getLocalPort(),
                    "dispatch.fcm.connect-timeout",
                    "60s"))) {
      push(users);
      patiently("claimed").until(() -> deliveries(users, "claimed") == PUSHES);
      victim.kill();
    }
  }

  /** FCM's side has the pushes and keeps its answers to itself. */
  private void afterSending(List<String> users, List<String> phones) {
    try (var victim = Instance.start(environment, Map.of())) {
      fcm.fail(Fault.delaying(Duration.ofMinutes(1)).times(PUSHES));
      push(users);
      patiently("sent")
          .until(() -> phones.stream().allMatch(phone -> fcm.messages().to(phone).size() == 1));
      victim.kill();
    }
  }

  private void afterTheRecord(List<String> users, List<String> phones) {
    try (var victim = Instance.start(environment, Map.of())) {
      push(users);
      patiently("recorded").until(() -> deliveries(users, "sent") == PUSHES);
      victim.kill();
    }
  }

  /** Everything is written but not yet committed. */
  private void closingDigests(List<String> users, List<String> phones) throws SQLException {
    progressOfOrders.stop();
    try (var victim = Instance.start(environment, Map.of());
        var connection = dataSource.getConnection()) {
      awaitUp();
      connection.setAutoCommit(false);
      lock(connection, "outbox");
      users.forEach(this::openDigest);
      patiently("closing").until(() -> somebodyWaitsTo("INSERT INTO outbox"));
      victim.kill();
      connection.rollback();
    }
    progressOfOrders.start();
  }

  private void openDigest(String user) {
    jdbc.sql(
            """
            INSERT INTO digests (subject, recipient_id, steps, names, closes_at, editions,
                                 touched_at)
            VALUES (:order, :user, 3, ARRAY['sharma', 'kaveri'], now(), 0, now())
            """)
        .param("order", "order-of-" + user)
        .param("user", user)
        .update();
  }

  /** This instance comes back while the other is sending, and the other goes without a word. */
  private void onRebalance(List<String> users, List<String> phones) {
    try (var victim = Instance.start(environment, Map.of())) {
      push(users.subList(0, PUSHES / 2));
      patiently("begun").until(() -> deliveries(users, "sent") > 0);
      subscriptionContainers.start();
      push(users.subList(PUSHES / 2, PUSHES));
      patiently("under way").until(() -> deliveries(users, "sent") == PUSHES);
      victim.kill();
    }
  }

  private void push(List<String> users) {
    for (var user : users) {
      happens(
          new Fcm(
              new NotificationId("notification-of-" + user),
              new UserId(user),
              "booking",
              true,
              "A title",
              "A body",
              Map.of(),
              null,
              Instant.now().plus(Duration.ofHours(1)),
              null,
              null));
    }
  }

  private int deliveries(List<String> users, String state) {
    return jdbc.sql(
            "SELECT count(*) FROM deliveries WHERE state = :state AND recipient_id IN (:users)")
        .param("state", state)
        .param("users", users)
        .query(Integer.class)
        .single();
  }

  private static ConditionFactory patiently(String what) {
    return await(what).atMost(Duration.ofMinutes(3));
  }
}
