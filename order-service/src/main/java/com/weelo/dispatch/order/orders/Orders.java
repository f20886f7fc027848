package com.weelo.dispatch.order.orders;

import com.weelo.dispatch.events.OrderId;
import com.weelo.dispatch.events.UserId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * All orders, by JDBC: a lock is taken by one statement and what it protects is read by the next,
 * for a statement that waits for a lock has seen the lines as they were before.
 */
@Repository
public class Orders {

  private static final String ACTIVE =
      "status IN ('processing', 'searching', 'partially_filled', 'filled', 'confirmed')";

  private static final String INSERT =
      """
      WITH placed AS (
        INSERT INTO orders (
          id, customer_id, status, version,
          pickup_latitude, pickup_longitude, pickup_address,
          dropoff_latitude, dropoff_longitude, dropoff_address,
          fill_policy, minimum_trucks, created_at, expires_at, wave, next_wave_at, due_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (customer_id) WHERE %s DO NOTHING
        RETURNING id)
      INSERT INTO order_lines (
        order_id, position, vehicle_type, vehicle_subtype, quantity, price_amount, price_currency)
      SELECT placed.id, line.position, line.type, line.subtype, line.quantity, line.amount,
             line.currency
      FROM placed, unnest(?::text[], ?::text[], ?::int[], ?::bigint[], ?::text[])
        WITH ORDINALITY AS line (type, subtype, quantity, amount, currency, position)
      """
          .formatted(ACTIVE);

  private static final String UPDATE =
      """
      WITH counted AS (
        UPDATE order_lines
        SET held = line.held, filled = line.filled, delivered = line.delivered
        FROM unnest(?::text[], ?::int[], ?::int[], ?::int[])
          AS line (type, held, filled, delivered)
        WHERE order_id = ? AND vehicle_type = line.type
          AND (order_lines.held, order_lines.filled, order_lines.delivered)
            <> (line.held, line.filled, line.delivered))
      UPDATE orders
      SET status = ?, version = ?, wave = ?, next_wave_at = ?, due_at = ?, ended_at = ?,
          cancelled_by = ?, cancel_reason = ?
      WHERE id = ?
      """;

  private final JdbcTemplate jdbc;

  Orders(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @return false where the customer has an active order, and this one was not inserted
   */
  boolean insert(Order order) {
    return jdbc.update(INSERT, OrderRows.inserted(order)) > 0;
  }

  /** Writes what changes of an order after its making. The order is locked. */
  public void save(Order order) {
    jdbc.update(UPDATE, OrderRows.updated(order));
  }

  public Optional<Order> find(OrderId id) {
    return load("o.id = ?", id.value()).stream().findFirst();
  }

  public Optional<Order> activeOf(UserId customer) {
    return load("o.customer_id = ? AND o." + ACTIVE, customer.value()).stream().findFirst();
  }

  /** Of all customers; its search may be over. */
  Optional<Order> newestActive() {
    return load("o.id = (SELECT max(id) FROM orders WHERE " + ACTIVE + ")").stream().findFirst();
  }

  /** Locks the order until the transaction ends. */
  public Optional<Order> lock(OrderId id) {
    return locked("id = ? FOR NO KEY UPDATE", id.value());
  }

  /** Locks the customer's active order, of which the schema allows one at most. */
  Optional<Order> lockActiveOf(UserId customer) {
    return locked("customer_id = ? AND " + ACTIVE + " FOR NO KEY UPDATE", customer.value());
  }

  /** Locks the order if it is due and nobody else is busy with it. */
  public Optional<Order> lockDue(OrderId id, Instant now) {
    return locked(
        "id = ? AND due_at <= ? FOR NO KEY UPDATE SKIP LOCKED",
        id.value(),
        now.atOffset(ZoneOffset.UTC));
  }

  private Optional<Order> locked(String condition, Object... values) {
    return jdbc
        .query(
            "SELECT id FROM orders WHERE " + condition,
            (row, number) -> new OrderId(row.getString(1)),
            values)
        .stream()
        .findFirst()
        .flatMap(this::find);
  }

  /**
   * Orders at which the sweep has to look, the longest waiting first; unlocked.
   *
   * @param except that are passed over
   */
  public List<Order> due(Instant now, Collection<OrderId> except, int limit) {
    return load(
        """
        o.id IN (SELECT id FROM orders WHERE due_at <= ? AND id <> ALL (?::text[])
                 ORDER BY due_at LIMIT ?)
        """,
        now.atOffset(ZoneOffset.UTC),
        except.stream().map(OrderId::value).toArray(String[]::new),
        limit);
  }

  /** Newest first, each with its lines in the customer's order; seen by one statement. */
  private List<Order> load(String condition, Object... values) {
    return jdbc.query(
        """
        SELECT o.*, l.vehicle_type, l.vehicle_subtype, l.price_amount, l.price_currency,
               l.quantity, l.held, l.filled, l.delivered
        FROM orders o JOIN order_lines l ON l.order_id = o.id
        WHERE %s ORDER BY o.id DESC, l.position
        """
            .formatted(condition),
        OrderRows::orders,
        values);
  }
}
