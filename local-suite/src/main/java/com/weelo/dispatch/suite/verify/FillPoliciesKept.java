package com.weelo.dispatch.suite.verify;

import static java.util.stream.Collectors.groupingBy;

import com.weelo.dispatch.suite.SuiteService;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Every order whose search is over has as many trucks as its policy demands, or nothing at all; and
 * nobody goes on searching when the time is up.
 */
final class FillPoliciesKept implements Invariant {

  private static final String STEP = "order.status.changed";

  /** Of an order that came to nothing only what had been delivered is left. */
  private static final String LEFT_BEHIND =
      """
      SELECT o.id || ' is ' || o.status || ' and still has ' || what
      FROM orders o CROSS JOIN LATERAL (
        SELECT 'trucks held or filled' AS what FROM order_lines
          WHERE order_id = o.id AND (held > 0 OR filled > delivered)
        UNION SELECT 'an active hold' FROM holds WHERE order_id = o.id AND status = 'active'
        UNION SELECT 'an open request' FROM truck_requests
          WHERE order_id = o.id AND status IN ('open', 'held', 'accepted')
        UNION SELECT 'an active assignment' FROM assignments
          WHERE order_id = o.id AND status NOT IN ('delivered', 'cancelled')
        UNION SELECT 'vehicle ' || registration
          FROM vehicle_engagements e JOIN holds h ON h.id = e.hold_id
          WHERE h.order_id = o.id AND e.ended_at IS NULL) AS left_behind
      WHERE o.status IN ('expired', 'cancelled')
      UNION
      SELECT o.id || ' is ' || o.status || ' and still has an open request'
      FROM orders o JOIN truck_requests r ON r.order_id = o.id AND r.status IN ('open', 'held')
      WHERE o.status IN ('filled', 'confirmed', 'completed')
      """;

  private static final String OVERDUE =
      """
      SELECT id || ' is still ' || status || ', after its time' FROM orders
      WHERE due_at IS NOT NULL AND expires_at < :now
      """;

  @Override
  public String name() {
    return "each order ends full, with its quorum, or fully released";
  }

  @Override
  public Finding check(Evidence evidence) throws Exception {
    var terms = terms(evidence);
    var broken = new ArrayList<String>();
    var ended = 0;
    var orders =
        evidence.history().ofType(STEP).stream()
            .map(FillStep::of)
            .collect(groupingBy(FillStep::orderId));
    for (var order : orders.entrySet()) {
      var agreed = terms.get(order.getKey());
      if (agreed != null && SearchEndPolicy.isOver(order.getValue())) {
        ended++;
        broken.addAll(SearchEndPolicy.check(agreed, order.getValue()));
      }
    }
    broken.addAll(list(evidence, LEFT_BEHIND));
    broken.addAll(Overdue.in(SuiteService.ORDER, OVERDUE, evidence));
    return new Finding("%d orders, %d no longer searching".formatted(orders.size(), ended), broken);
  }

  private static List<String> list(Evidence evidence, String sql) {
    return evidence
        .database(SuiteService.ORDER)
        .sql(sql)
        .query((row, number) -> row.getString(1))
        .list();
  }

  private static Map<String, SearchEndPolicy.Terms> terms(Evidence evidence) {
    return evidence
        .database(SuiteService.ORDER)
        .sql("SELECT id, fill_policy, minimum_trucks FROM orders")
        .query((row, number) ->
            Map.entry(row.getString(1), new SearchEndPolicy.Terms(row.getString(2), row.getInt(3))))
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
