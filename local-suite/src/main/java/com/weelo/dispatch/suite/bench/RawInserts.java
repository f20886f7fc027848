package com.weelo.dispatch.suite.bench;

import com.weelo.dispatch.events.EventIds;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.flywaydb.core.Flyway;

/** The limit of a booking: its two inserts by plain JDBC, into tables made by the migrations. */
final class RawInserts implements AutoCloseable {

  private static final String DATABASE = "bench_raw";

  private static final String BOOKING =
      """
      INSERT INTO bookings (id, customer_id, status, version, vehicle_type, pickup_latitude,
        pickup_longitude, pickup_address, dropoff_latitude, dropoff_longitude, price_amount,
        price_currency, created_at, expires_at, wave, next_wave_at, offered, offered_drivers,
        offered_before)
      VALUES (?, ?, 'searching', 1, 'PICKUP', 12.97, 77.59, 'Somewhere at sea', 13.02, 77.64, 50000,
        'INR', now(), now() + interval '60 s', 1, now() + interval '10 s', '{}', '{}', 0)
      """;

  private static final String OUTBOX =
      """
      INSERT INTO outbox (event_id, event_type, event_version, event_key, aggregate_version,
        correlation_id, envelope)
      VALUES (?, 'booking.created', '1.0', ?, 1, ?, ?)
      """;

  /** As long as the envelope of a booking that was offered to nobody. */
  private static final String ENVELOPE = "x".repeat(650);

  private final BenchWorld world;

  private RawInserts(BenchWorld world) {
    this.world = world;
  }

  static RawInserts prepare(BenchWorld world) throws SQLException {
    execute(world, "DROP DATABASE IF EXISTS " + DATABASE + " WITH (FORCE)");
    execute(world, "CREATE DATABASE " + DATABASE);
    Flyway.configure()
        .dataSource(
            "jdbc:postgresql://127.0.0.1:%d/%s".formatted(world.ports().postgres(), DATABASE),
            "postgres",
            "postgres")
        .locations("classpath:db/platform", "classpath:db/booking")
        .load()
        .migrate();
    return new RawInserts(world);
  }

  double perSecond(int connections, Duration length) throws Exception {
    try (var threads = Executors.newFixedThreadPool(connections)) {
      var until = System.nanoTime() + length.toNanos();
      var loops = new ArrayList<Callable<Long>>();
      for (var i = 0; i < connections; i++) {
        loops.add(() -> insertUntil(until));
      }
      var inserted = 0L;
      for (var loop : threads.invokeAll(loops)) {
        inserted += loop.get();
      }
      return inserted / (length.toNanos() / 1e9);
    }
  }

  private long insertUntil(long until) throws SQLException {
    var inserted = 0L;
    try (var connection = world.database(DATABASE);
        var booking = connection.prepareStatement(BOOKING);
        var outbox = connection.prepareStatement(OUTBOX)) {
      connection.setAutoCommit(false);
      while (System.nanoTime() < until) {
        insert(connection, booking, outbox);
        inserted++;
      }
    }
    return inserted;
  }

  private static void insert(
      Connection connection, PreparedStatement booking, PreparedStatement outbox)
      throws SQLException {
    var id = EventIds.next().toString();
    booking.setString(1, id);
    booking.setString(2, "customer-of-" + id);
    booking.executeUpdate();
    outbox.setObject(1, EventIds.next());
    outbox.setString(2, id);
    outbox.setString(3, id);
    outbox.setString(4, ENVELOPE);
    outbox.executeUpdate();
    connection.commit();
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
