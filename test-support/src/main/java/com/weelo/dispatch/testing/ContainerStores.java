package com.weelo.dispatch.testing;

import com.weelo.dispatch.stores.Stores;
import java.util.List;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.lifecycle.Startables;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** PostgreSQL, Kafka and Redis as containers, set up as the embedded ones are. */
public final class ContainerStores implements Stores {

  private static final String POSTGRES = "postgres:18";
  private static final String KAFKA = "apache/kafka:4.2.1";
  private static final String REDIS = "redis:7";
  private static final int REDIS_PORT = 6379;

  private final PostgreSQLContainer postgres =
      new PostgreSQLContainer(POSTGRES)
          .withDatabaseName("postgres")
          .withUsername("postgres")
          .withPassword("postgres")
          .withCommand(
              "postgres -c wal_level=logical -c max_replication_slots=100 -c max_wal_senders=100"
                  + " -c max_connections=300 -c shared_buffers=256MB -c timezone=UTC");

  private final KafkaContainer kafka =
      new KafkaContainer(KAFKA)
          .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
          .withEnv("KAFKA_NUM_PARTITIONS", "6")
          .withEnv("KAFKA_SHARE_COORDINATOR_STATE_TOPIC_REPLICATION_FACTOR", "1")
          .withEnv("KAFKA_SHARE_COORDINATOR_STATE_TOPIC_MIN_ISR", "1")
          .withEnv("KAFKA_GROUP_COORDINATOR_REBALANCE_PROTOCOLS", "classic,consumer")
          .withEnv("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0")
          .withEnv("KAFKA_GROUP_MIN_SESSION_TIMEOUT_MS", "1000")
          .withEnv("KAFKA_GROUP_CONSUMER_MIN_HEARTBEAT_INTERVAL_MS", "500")
          .withEnv("KAFKA_GROUP_CONSUMER_HEARTBEAT_INTERVAL_MS", "1000")
          .withEnv("KAFKA_GROUP_CONSUMER_MIN_SESSION_TIMEOUT_MS", "3000");

  private final GenericContainer<?> redis =
      new GenericContainer<>(REDIS)
          .withExposedPorts(REDIS_PORT)
          .withCommand("redis-server --save '' --appendonly no --maxmemory-policy noeviction");

  private ContainerStores() {}

  /** Starts all three and returns once each answers. */
  public static ContainerStores start() {
    ContainerStores stores = new ContainerStores();
    Startables.deepStart(stores.postgres, stores.kafka, stores.redis).join();
    return stores;
  }

  /** Whether a Docker engine answers and has, or can pull, the images. */
  static boolean areAvailable() {
    return DockerImages.areUsable(List.of(POSTGRES, KAFKA, REDIS));
  }

  @Override
  public Postgres postgres() {
    return new Postgres(
        postgres.getHost(),
        postgres.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT),
        postgres.getUsername(),
        postgres.getPassword());
  }

  @Override
  public String kafka() {
    return kafka.getBootstrapServers();
  }

  @Override
  public Redis redis() {
    return new Redis(redis.getHost(), redis.getMappedPort(REDIS_PORT));
  }

  @Override
  public void close() {
    List.of(postgres, kafka, redis).parallelStream().forEach(GenericContainer::stop);
  }
}
