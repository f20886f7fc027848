package com.weelo.dispatch.stores;

/**
 * A running PostgreSQL, Kafka and Redis, and how to reach them. Whoever holds one does not need to
 * know whether they are child processes, containers or machines of their own.
 */
public interface Stores extends AutoCloseable {

  /** Where PostgreSQL listens, and its superuser. */
  Postgres postgres();

  /** The bootstrap servers of Kafka, as {@code host:port}. */
  String kafka();

  /** Where Redis listens. */
  Redis redis();

  /**
   * Creates an empty database unless there is one of that name.
   *
   * @throws IllegalArgumentException if the name is not a plain lower-case identifier
   * @throws StoreFailure if PostgreSQL refuses
   */
  default void createDatabase(String name) {
    Databases.createIfAbsent(postgres(), name);
  }

  /** Stops all three. Closing twice does nothing. */
  @Override
  void close();

  /** A PostgreSQL server, seen by its superuser. */
  record Postgres(String host, int port, String user, String password) {

    /** The JDBC URL of one of its databases, without credentials. */
    public String jdbcUrl(String database) {
      return "jdbc:postgresql://%s:%d/%s".formatted(host, port, database);
    }
  }

  /** A Redis server. */
  record Redis(String host, int port) {}
}
