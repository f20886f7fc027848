package com.weelo.dispatch.suite.bench;

import com.weelo.dispatch.events.EventIds;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The limit of a truck's acceptance: the writes of a hold and of its confirmation by plain JDBC, in
 * two transactions. Each connection has orders of its own, so that none waits for another.
 */
final class RawAccepts {

  private static final int TRUCKS_PER_ORDER = 100;

  private static final String ORDER =
      """
      INSERT INTO orders (id, customer_id, status, version, pickup_latitude, pickup_longitude,
        dropoff_latitude, dropoff_longitude, fill_policy, created_at, expires_at, wave,
        next_wave_at, due_at)
      VALUES (?, ?, 'searching', 1, 12.97, 77.59, 13.97, 78.59, 'best_effort', now(),
        now() + interval '1 h', 1, now() + interval '1 h', now() + interval '1 h')
      """;

  private static final String LINE =
      """
      INSERT INTO order_lines (order_id, vehicle_type, position, price_amount, price_currency,
        quantity)
      VALUES (?, 'TRUCK_14FT', 1, 900000, 'INR', ?)
      """;

  private static final String REQUESTS =
      """
      INSERT INTO truck_requests (id, order_id, vehicle_type, status)
      SELECT gen_random_uuid()::text, ?, 'TRUCK_14FT', 'open' FROM generate_series(1, ?)
      """;

  private static final List<String> HOLD =
      List.of(
          "SELECT id FROM orders WHERE id = $order FOR NO KEY UPDATE",
          """
          UPDATE truck_requests
          SET status = 'held', hold_id = $hold, transporter_id = 'transporter', vehicle_id = $vehicle
          WHERE id = (SELECT id FROM truck_requests WHERE order_id = $order AND status = 'open'
                      ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED)
          """,
          """
          INSERT INTO vehicle_engagements (vehicle_id, registration, hold_id, began_at)
          VALUES ($vehicle, $vehicle, $hold, now())
          """,
          """
          INSERT INTO holds (id, order_id, vehicle_type, transporter_id, vehicle_ids, status,
            created_at, expires_at)
          VALUES ($hold, $order, 'TRUCK_14FT', 'transporter', ARRAY[$vehicle], 'active', now(),
            now() + interval '15 s')
          """,
          "UPDATE order_lines SET held = held + 1 WHERE order_id = $order",
          "UPDATE orders SET version = version + 1 WHERE id = $order",
          outbox(1));

  private static final List<String> CONFIRM =
      List.of(
          "SELECT id FROM orders WHERE id = $order FOR NO KEY UPDATE",
          """
          INSERT INTO assignments (id, order_id, truck_request_id, customer_id, transporter_id,
            vehicle_id, vehicle_type, driver_id, status, version, created_at, updated_at)
          SELECT $hold, order_id, id, 'customer', 'transporter', $vehicle, vehicle_type,
            'driver-of-' || $vehicle, 'assigned', 1, now(), now()
          FROM truck_requests WHERE hold_id = $hold
          """,
          """
          UPDATE truck_requests
          SET status = 'accepted', driver_id = 'driver-of-' || $vehicle, assignment_id = $hold,
            accepted_at = now()
          WHERE hold_id = $hold
          """,
          "UPDATE vehicle_engagements SET assignment_id = $hold WHERE hold_id = $hold",
          "UPDATE holds SET status = 'confirmed', ended_at = now() WHERE id = $hold",
          "UPDATE order_lines SET held = held - 1, filled = filled + 1 WHERE order_id = $order",
          "UPDATE orders SET status = 'partially_filled', version = version + 2 WHERE id = $order",
          outbox(3));

  private RawAccepts() {}

  private static String outbox(int events) {
    return """
    INSERT INTO outbox (event_id, event_type, event_version, event_key, aggregate_version,
      correlation_id, envelope)
    SELECT gen_random_uuid(), 'truck.hold.reserved', '1.0', $order, 1, $hold,
      repeat('x', 650)
    FROM generate_series(1, %d)
    """
        .formatted(events);
  }

  static RawDatabase.Work work(int connection) {
    return RawAccepts::acceptUntil;
  }

  private static long acceptUntil(Connection connection, long until) throws SQLException {
    var accepted = 0L;
    try (var hold = new Script(connection, HOLD);
        var confirm = new Script(connection, CONFIRM)) {
      var order = "";
      while (System.nanoTime() < until) {
        if (accepted % TRUCKS_PER_ORDER == 0) {
          order = place(connection);
        }
        var holdId = EventIds.next().toString();
        var vehicle = EventIds.next().toString();
        hold.run(order, holdId, vehicle);
        confirm.run(order, holdId, vehicle);
        accepted++;
      }
    }
    return accepted;
  }

  private static String place(Connection connection) throws SQLException {
    var id = EventIds.next().toString();
    try (var order = connection.prepareStatement(ORDER);
        var line = connection.prepareStatement(LINE);
        var requests = connection.prepareStatement(REQUESTS)) {
      order.setString(1, id);
      order.setString(2, "customer-of-" + id);
      order.execute();
      for (var statement : List.of(line, requests)) {
        statement.setString(1, id);
        statement.setInt(2, TRUCKS_PER_ORDER);
        statement.execute();
      }
    }
    connection.commit();
    return id;
  }

  /** Statements of one transaction, in which $order, $hold and $vehicle stand for values. */
  private static final class Script implements AutoCloseable {

    private static final Pattern NAME = Pattern.compile("\\$\\w+");
    private static final List<String> NAMES = List.of("$order", "$hold", "$vehicle");

    private final Connection connection;
    private final List<PreparedStatement> statements = new ArrayList<>();

    /** For each statement, which values it takes. */
    private final List<List<Integer>> values = new ArrayList<>();

    Script(Connection connection, List<String> script) throws SQLException {
      this.connection = connection;
      for (var sql : script) {
        values.add(valuesIn(sql));
        statements.add(connection.prepareStatement(NAME.matcher(sql).replaceAll("?::text")));
      }
    }

    private static List<Integer> valuesIn(String sql) {
      var found = new ArrayList<Integer>();
      var names = NAME.matcher(sql);
      while (names.find()) {
        found.add(NAMES.indexOf(names.group()));
      }
      return found;
    }

    void run(String... named) throws SQLException {
      for (var n = 0; n < statements.size(); n++) {
        var statement = statements.get(n);
        var parameter = 1;
        for (var value : values.get(n)) {
          statement.setString(parameter++, named[value]);
        }
        statement.execute();
      }
      connection.commit();
    }

    @Override
    public void close() throws SQLException {
      for (var statement : statements) {
        statement.close();
      }
    }
  }
}
