package com.weelo.dispatch.system;

import com.weelo.dispatch.suite.SuiteDatabases;
import com.weelo.dispatch.suite.SuitePorts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What order-service's tables say about the orders of one city, and what they must not. */
final class OrderTables {

  /** Each finds what must not be: rows of one text. */
  private static final Map<String, String> WRONG =
      Map.ofEntries(
          Map.entry(
              "filled or held above requested",
              """
              SELECT order_id || ' ' || vehicle_type FROM mine JOIN order_lines USING (order_id)
              WHERE held + filled > quantity
              """),
          Map.entry(
              "lines count what their requests do not",
              """
              SELECT order_id || ' ' || vehicle_type
              FROM mine JOIN order_lines l USING (order_id)
              LEFT JOIN truck_requests r USING (order_id, vehicle_type)
              GROUP BY order_id, vehicle_type, l.quantity, l.held, l.filled, l.delivered
              HAVING count(r.id) NOT IN (0, l.quantity)
                OR l.held <> count(*) FILTER (WHERE r.status = 'held')
                OR l.filled <> count(*) FILTER (WHERE r.status IN ('accepted', 'delivered'))
                OR l.delivered <> count(*) FILTER (WHERE r.status = 'delivered')
              """),
          Map.entry(
              "a request without exactly the assignment it names",
              """
              SELECT r.id FROM mine JOIN truck_requests r USING (order_id)
              LEFT JOIN assignments a ON a.truck_request_id = r.id AND a.status <> 'cancelled'
              GROUP BY r.id, r.status, r.assignment_id, r.vehicle_id, r.driver_id
              HAVING CASE r.status
                WHEN 'accepted' THEN count(a.id) <> 1 OR min(a.id) <> r.assignment_id
                  OR min(a.vehicle_id) <> r.vehicle_id OR min(a.driver_id) <> r.driver_id
                  OR min(a.status) = 'delivered'
                WHEN 'delivered' THEN count(a.id) <> 1 OR min(a.id) <> r.assignment_id
                  OR min(a.status) <> 'delivered'
                ELSE count(a.id) > 0 END
              """),
          Map.entry(
              "a truck on two jobs",
              """
              SELECT registration FROM vehicle_engagements WHERE ended_at IS NULL
              GROUP BY registration HAVING count(*) > 1
              """),
          Map.entry(
              "a driver on two jobs",
              """
              SELECT driver_id FROM assignments WHERE status NOT IN ('delivered', 'cancelled')
              GROUP BY driver_id HAVING count(*) > 1
              """),
          Map.entry(
              "a truck taken for a job that it is not on, or the other way round",
              """
              SELECT coalesce(a.id, e.assignment_id) FROM assignments a
              FULL JOIN (SELECT * FROM vehicle_engagements
                         WHERE ended_at IS NULL AND assignment_id IS NOT NULL) AS e
                ON e.assignment_id = a.id AND e.vehicle_id = a.vehicle_id
              WHERE a.id IS NULL
                OR (a.status NOT IN ('delivered', 'cancelled')) <> (e.assignment_id IS NOT NULL)
              """),
          Map.entry(
              "a hold that is neither confirmed nor released",
              "SELECT h.id FROM mine JOIN holds h USING (order_id) WHERE h.status = 'active'"),
          Map.entry(
              "a truck still taken for a hold that is over",
              """
              SELECT h.id FROM mine JOIN holds h USING (order_id)
              JOIN vehicle_engagements e ON e.hold_id = h.id
              WHERE e.ended_at IS NULL AND e.assignment_id IS NULL
              """),
          Map.entry(
              "an order that is still searched for",
              """
              SELECT order_id FROM mine
              WHERE status IN ('processing', 'searching', 'partially_filled')
              """),
          Map.entry(
              "something left of an order that was given up",
              """
              SELECT order_id FROM mine WHERE status IN ('expired', 'cancelled') AND (
                EXISTS (SELECT FROM truck_requests r WHERE r.order_id = mine.order_id
                        AND r.status IN ('open', 'held', 'accepted'))
                OR EXISTS (SELECT FROM assignments a WHERE a.order_id = mine.order_id
                           AND a.status NOT IN ('delivered', 'cancelled'))
                OR EXISTS (SELECT FROM order_offers f WHERE f.order_id = mine.order_id
                           AND f.withdrawn_at IS NULL))
              """),
          Map.entry(
              "all or nothing, but with a request that nobody ever served",
              """
              SELECT order_id FROM mine
              WHERE fill_policy = 'all_or_nothing' AND status IN ('filled', 'confirmed', 'completed')
                AND EXISTS (
                  SELECT FROM truck_requests r WHERE r.order_id = mine.order_id
                  AND r.status NOT IN ('accepted', 'delivered')
                  AND NOT (r.status = 'cancelled' AND EXISTS (
                    SELECT FROM assignments a
                    WHERE a.id = r.assignment_id AND a.status = 'cancelled')))
              """),
          Map.entry(
              "an order that counts other changes than it has events",
              """
              SELECT order_id FROM mine LEFT JOIN outbox ON event_key = order_id
                AND event_type SIMILAR TO '(order|truck).%'
              GROUP BY order_id, version
              HAVING version <> count(event_id) OR version <> count(DISTINCT aggregate_version)
              """));

  private final JdbcClient jdbc;
  private final String customers;

  /**
   * @param city whose customers' orders are looked at
   */
  OrderTables(SuitePorts ports, City city) {
    this.jdbc =
        JdbcClient.create(
            new DriverManagerDataSource(
                SuiteDatabases.url("orders", ports), SuiteDatabases.USER, SuiteDatabases.PASSWORD));
    this.customers = city.idsOf("customer") + "%";
  }

  /** Whether nothing can happen any more by itself. */
  boolean isSettled() {
    return texts(
            """
            SELECT order_id FROM mine
            WHERE due_at IS NOT NULL
              OR EXISTS (SELECT FROM holds h WHERE h.order_id = mine.order_id
                         AND h.status = 'active')
            LIMIT 1
            """)
        .isEmpty();
  }

  /** What must not be, one line each. */
  List<String> violations() {
    var violations = new ArrayList<String>();
    WRONG.forEach(
        (what, query) -> texts(query).forEach(where -> violations.add(what + ": " + where)));
    return violations;
  }

  /** How many orders there are of each policy and status, and how many holds of each. */
  Map<String, Long> figures() {
    var figures = new LinkedHashMap<String, Long>();
    count(
        figures,
        """
        SELECT fill_policy || ' ' || status, count(*) FROM mine GROUP BY 1 ORDER BY 1
        """);
    count(
        figures,
        """
        SELECT 'holds ' || h.status || coalesce(' ' || release_reason, ''), count(*)
        FROM mine JOIN holds h USING (order_id) GROUP BY 1 ORDER BY 1
        """);
    count(
        figures,
        """
        SELECT 'trips ' || a.status, count(*) FROM mine JOIN assignments a USING (order_id)
        GROUP BY 1 ORDER BY 1
        """);
    count(
        figures,
        "SELECT 'trucks ordered', sum(quantity) FROM mine JOIN order_lines USING (order_id)");
    return figures;
  }

  private void count(Map<String, Long> figures, String query) {
    mine(query)
        .query(row -> {
          figures.put(row.getString(1), row.getLong(2));
        });
  }

  /** Every order's status, and its filled trucks by type. */
  Map<String, String> fills() {
    return pairs(
        """
        SELECT order_id, status || ' ' || string_agg(vehicle_type || '=' || filled, ','
          ORDER BY vehicle_type COLLATE "C")
        FROM mine JOIN order_lines USING (order_id) GROUP BY order_id, status
        """);
  }

  /** Every plate by the vehicles that bear it. */
  Map<String, String> plates() {
    return pairs("SELECT id, registration FROM vehicles");
  }

  /** An event as its service wrote it down. */
  record Written(String id, String type, String key, long version, String envelope) {}

  /**
   * The orders' events, in the order in which they were written down: a number is drawn after what
   * the event tells of was done, and before it can be seen.
   */
  List<Written> outbox() {
    return mine("""
    SELECT event_id, event_type, event_key, aggregate_version, envelope
    FROM mine JOIN outbox ON event_key = order_id ORDER BY seq
    """)
        .query((row, number) ->
            new Written(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getLong(4),
                row.getString(5)))
        .list();
  }

  Map<String, String> pairs(String query) {
    var pairs = new LinkedHashMap<String, String>();
    mine(query)
        .query(row -> {
          pairs.put(row.getString(1), row.getString(2));
        });
    return pairs;
  }

  List<String> texts(String query) {
    return mine(query).query((row, number) -> row.getString(1)).list();
  }

  private JdbcClient.StatementSpec mine(String query) {
    return jdbc.sql(
            """
            WITH mine AS (SELECT id AS order_id, customer_id, status, version, fill_policy, due_at
                          FROM orders WHERE customer_id LIKE :customers)
            """
                + query)
        .param("customers", customers);
  }
}
