package com.weelo.dispatch.suite.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import org.flywaydb.core.Flyway;

/** A database made by a service's migrations, in which plain JDBC shows what PostgreSQL can do. */
final class RawDatabase implements AutoCloseable {

  private static final String DATABASE = "bench_raw";

  private final BenchWorld world;

  private RawDatabase(BenchWorld world) {
    this.world = world;
  }

  /** What one connection, which commits by itself, does until a time of {@link System#nanoTime}. */
  interface Work {

    /**
     * @return how often it was done
     */
    long run(Connection connection, long until) throws SQLException;
  }

  /**
   * @param service whose tables, as its migrations are called
   */
  static RawDatabase prepare(BenchWorld world, String service) throws SQLException {
    execute(world, "DROP DATABASE IF EXISTS " + DATABASE + " WITH (FORCE)");
    execute(world, "CREATE DATABASE " + DATABASE);
    Flyway.configure()
        .dataSource(
            "jdbc:postgresql://127.0.0.1:%d/%s".formatted(world.ports().postgres(), DATABASE),
            "postgres",
            "postgres")
        .locations("classpath:db/platform", "classpath:db/" + service)
        .load()
        .migrate();
    return new RawDatabase(world);
  }

  /**
   * @param work by the connection's number, from 0
   */
  double perSecond(int connections, Duration length, IntFunction<Work> work) throws Exception {
    try (var threads = Executors.newFixedThreadPool(connections)) {
      var until = System.nanoTime() + length.toNanos();
      var loops = new ArrayList<Callable<Long>>();
      for (var i = 0; i < connections; i++) {
        var mine = work.apply(i);
        loops.add(() -> run(mine, until));
      }
      var done = 0L;
      for (var loop : threads.invokeAll(loops)) {
        done += loop.get();
      }
      return done / (length.toNanos() / 1e9);
    }
  }

  private long run(Work work, long until) throws SQLException {
    try (var connection = connect()) {
      connection.setAutoCommit(false);
      return work.run(connection, until);
    }
  }

  Connection connect() throws SQLException {
    return world.database(DATABASE);
  }

  private static void execute(BenchWorld world, String sql) throws SQLException {
    try (var connection = world.database("postgres");
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public void close() throws SQLException {
    execute(world, "DROP DATABASE IF EXISTS " + DATABASE + " WITH (FORCE)");
  }
}
