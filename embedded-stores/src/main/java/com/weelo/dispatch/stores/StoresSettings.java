package com.weelo.dispatch.stores;

import java.nio.file.Path;
import java.util.UUID;

/**
 * Where the embedded stores keep their data and on which ports of 127.0.0.1 they listen.
 *
 * @param directory holds {@code postgres/}, {@code kafka/}, {@code redis/} and {@code logs/};
 *     created if absent, used by one JVM at a time
 * @param kafkaPort the port for clients; Kafka's controller takes the next one
 * @param keepData whether the data outlives {@link EmbeddedStores#close()}; if not, data found at
 *     the start is deleted too, and Redis writes nothing to disk
 */
public record StoresSettings(
    Path directory, int postgresPort, int kafkaPort, int redisPort, boolean keepData) {

  static final String TEMPORARY_PREFIX = "dispatch-stores-";

  /** Linux's file system in memory. */
  private static final Path MEMORY = Path.of("/dev/shm");

  private static final long ROOM = 6L << 30;

  public StoresSettings {
    directory = directory.toAbsolutePath().normalize();
  }

  /** Free ports and a folder of their own under {@link #temporaryRoot()}, deleted at the end. */
  public static StoresSettings temporary() {
    Path directory = temporaryRoot().resolve(TEMPORARY_PREFIX + UUID.randomUUID());
    FreePorts ports = new FreePorts();
    return new StoresSettings(directory, ports.take(1), ports.take(2), ports.take(1), false);
  }

  /** The same, but for keeping the data. */
  StoresSettings forgetful() {
    return new StoresSettings(directory, postgresPort, kafkaPort, redisPort, false);
  }

  /**
   * Where data belongs that nobody keeps: in memory where there is room for it, since Kafka waits
   * for the disk several times for each partition it makes, and a slow disk holds it up for
   * minutes.
   */
  public static Path temporaryRoot() {
    return MEMORY.toFile().getUsableSpace() >= ROOM
        ? MEMORY
        : Path.of(System.getProperty("java.io.tmpdir"));
  }
}
