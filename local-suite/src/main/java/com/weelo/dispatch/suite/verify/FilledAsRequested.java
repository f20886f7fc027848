package com.weelo.dispatch.suite.verify;

import static java.util.stream.Collectors.groupingBy;

import com.weelo.dispatch.suite.SuiteService;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * No order was ever told to have more trucks than it wants, and its lines, its truck requests, the
 * holds, the assignments and the topic agree on how many it has.
 */
final class FilledAsRequested implements Invariant {

  private static final String STEP = "order.status.changed";

  /** Each way of counting beside the others, in one look, so that all are of one moment. */
  private static final String MISCOUNTED =
      """
      WITH line AS (
        SELECT order_id, vehicle_type, quantity, held, filled, delivered,
               count(id) AS requests,
               count(id) FILTER (WHERE status = 'held') AS requests_held,
               count(id) FILTER (WHERE status IN ('accepted', 'delivered')) AS requests_filled,
               count(id) FILTER (WHERE status = 'delivered') AS requests_delivered
        FROM order_lines LEFT JOIN truck_requests USING (order_id, vehicle_type)
        GROUP BY order_id, vehicle_type),
      hold AS (
        SELECT order_id, vehicle_type, sum(cardinality(vehicle_ids)) AS vehicles
        FROM holds WHERE status = 'active' GROUP BY order_id, vehicle_type),
      assigned AS (
        SELECT order_id, vehicle_type, count(*) AS vehicles
        FROM assignments WHERE status <> 'cancelled' GROUP BY order_id, vehicle_type)
      SELECT format('%s wants %s × %s: %s held and %s filled; requests say %s and %s of %s, '
                      || 'holds %s, assignments %s',
                    order_id, quantity, vehicle_type, held, filled, requests_held,
                    requests_filled, requests, coalesce(hold.vehicles, 0),
                    coalesce(assigned.vehicles, 0))
      FROM line LEFT JOIN hold USING (order_id, vehicle_type)
                LEFT JOIN assigned USING (order_id, vehicle_type)
      WHERE held + filled > quantity
         OR requests NOT IN (0, quantity)
         OR (held, filled, delivered) <> (requests_held, requests_filled, requests_delivered)
         OR held <> coalesce(hold.vehicles, 0)
         OR filled <> coalesce(assigned.vehicles, 0)
      """;

  /** How far an order has come, with the filled trucks of each type. */
  private record Filled(long version, Map<String, Integer> byType) {}

  @Override
  public String name() {
    return "filled + held ≤ requested, however it is counted";
  }

  @Override
  public Finding check(Evidence evidence) {
    var database = evidence.database(SuiteService.ORDER);
    var broken =
        new ArrayList<>(database.sql(MISCOUNTED).query((row, number) -> row.getString(1)).list());
    var steps = evidence.history().ofType(STEP).stream().map(FillStep::of).toList();
    steps.forEach(step -> broken.addAll(step.overfilled()));
    var filled = filled(evidence);
    var latest = evidence.history().latestVersions();
    steps.stream()
        .collect(groupingBy(FillStep::orderId))
        .forEach((order, told) ->
            compare(filled.get(order), latest.get("order " + order), told, broken));
    return new Finding(filled.size() + " orders", broken);
  }

  /** Only where the table and the topic have come equally far. */
  private static void compare(
      @Nullable Filled row, @Nullable Long latest, List<FillStep> told, List<String> broken) {
    if (row == null || latest == null || row.version() != latest) {
      return;
    }
    var last = FillStep.last(told);
    if (!last.filled().equals(row.byType())) {
      broken.add(
          "%s has %s in its table, and was last told to have %s"
              .formatted(last.orderId(), row.byType(), last.filled()));
    }
  }

  private static Map<String, Filled> filled(Evidence evidence) {
    var filled = new HashMap<String, Filled>();
    evidence
        .database(SuiteService.ORDER)
        .sql(
            """
            SELECT id, version, vehicle_type, filled
            FROM orders JOIN order_lines ON order_id = id
            """)
        .query(row -> {
          var version = row.getLong(2);
          filled
              .computeIfAbsent(row.getString(1), id -> new Filled(version, new HashMap<>()))
              .byType()
              .put(row.getString(3), row.getInt(4));
        });
    return filled;
  }
}
