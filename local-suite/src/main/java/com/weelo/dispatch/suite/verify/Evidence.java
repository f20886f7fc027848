package com.weelo.dispatch.suite.verify;

import com.weelo.dispatch.suite.SuiteDatabases;
import com.weelo.dispatch.suite.SuitePorts;
import com.weelo.dispatch.suite.SuiteService;
import com.weelo.dispatch.suite.client.DevelopmentTokens;
import com.weelo.dispatch.suite.client.DispatchClient;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Where a running suite can be looked into: its databases, topics, index and interfaces. */
final class Evidence implements AutoCloseable {

  /** What is younger may still be on its way from one store to the next. */
  private static final Duration ON_ITS_WAY = Duration.ofSeconds(2);

  /** Notifications are kept for a day, other events and the outbox for longer. */
  private static final Duration REMEMBERED = Duration.ofHours(23);

  private final VerifySettings settings;
  private final Clock clock;
  private final Admin admin;
  private final TopicReader topics;
  private final DispatchClient client;
  private final RedisClient redisClient;
  private final StatefulRedisConnection<String, String> redis;
  private final Instant began;
  private @Nullable EventHistory history;

  Evidence(VerifySettings settings, Clock clock) {
    var kafka = SuitePorts.HOST + ":" + settings.ports().kafka();
    this.settings = settings;
    this.clock = clock;
    this.began = clock.instant();
    this.admin = Admin.create(Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, kafka));
    this.topics = new TopicReader(kafka);
    this.client = new DispatchClient(settings.ports(), 2);
    this.redisClient =
        RedisClient.create(RedisURI.create(SuitePorts.HOST, settings.ports().redis()));
    this.redis = redisClient.connect();
  }

  VerifySettings settings() {
    return settings;
  }

  /** A service's own database, seen by the superuser. */
  JdbcClient database(SuiteService service) {
    return JdbcClient.create(dataSource(service));
  }

  /** The same, for what needs a connection of its own. */
  DataSource dataSource(SuiteService service) {
    return new DriverManagerDataSource(
        SuiteDatabases.url(service.database().orElseThrow(), settings.ports()),
        SuiteDatabases.USER,
        SuiteDatabases.PASSWORD);
  }

  Admin kafka() {
    return admin;
  }

  /** What the topics tell, read once, later than {@link #settledUntil()}. */
  EventHistory history() {
    var read = history;
    if (read == null) {
      read = EventHistory.read(topics);
      history = read;
    }
    return read;
  }

  TopicReader topics() {
    return topics;
  }

  RedisCommands<String, String> redis() {
    return redis.sync();
  }

  DispatchClient client() {
    return client;
  }

  String opsToken() {
    return new DevelopmentTokens(settings.jwtSecret(), clock, Duration.ofMinutes(5)).ops("verify");
  }

  Instant now() {
    return clock.instant();
  }

  /** What happened until then has arrived wherever it goes, if all is well. */
  OffsetDateTime settledUntil() {
    return sql(began.minus(ON_ITS_WAY));
  }

  /** What happened since then is kept everywhere, however short the retention. */
  OffsetDateTime rememberedSince() {
    return sql(began.minus(REMEMBERED));
  }

  static OffsetDateTime sql(Instant time) {
    return OffsetDateTime.ofInstant(time, ZoneOffset.UTC);
  }

  @Override
  public void close() {
    redisClient.shutdown();
    client.close();
    topics.close();
    admin.close();
  }
}
