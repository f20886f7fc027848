package com.weelo.dispatch.system;

import static org.awaitility.Awaitility.await;

import com.weelo.dispatch.testing.KafkaProbe;
import com.weelo.dispatch.testing.ReceivedRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * Audits a race once it is over, from all sides: the tables, what was written down to be told, what
 * the topics tell, and what clients were told.
 */
final class OrderLedger {

  private final OrderTables tables;
  private final Told told;

  OrderLedger(OrderTables tables, Told told) {
    this.tables = tables;
    this.told = told;
  }

  /** What does not hold, one line each. */
  List<String> violations(KafkaProbe topics) {
    var violations = new ArrayList<>(tables.violations());
    var written = tables.outbox();
    violations.addAll(JobHistory.violations(written, tables.plates()));
    var fills = tables.fills();
    var heard = heard(topics, written, new HashSet<>(fills.keySet()));
    violations.addAll(heard.violations(fills));
    var forged = new HashSet<>(heard.ids());
    written.forEach(event -> forged.remove(event.id()));
    forged.forEach(id -> violations.add("an event that nobody wrote: " + id));
    violations.addAll(unkept());
    return violations;
  }

  /** Waits until everything that was written has arrived. */
  private static OrderTopics heard(
      KafkaProbe topics, List<OrderTables.Written> written, HashSet<String> orders) {
    var missing = new HashSet<String>();
    written.forEach(event -> missing.add(event.id()));
    await("all events are on the topics")
        .atMost(SystemTest.PATIENCE)
        .pollInSameThread()
        .until(() -> {
          records(topics).forEach(record -> missing.remove(record.headers().get("event-id")));
          return missing.isEmpty();
        });
    return new OrderTopics(records(topics), orders);
  }

  private static List<ReceivedRecord> records(KafkaProbe topics) {
    return Arrays.stream(OrderTopics.NAMES)
        .flatMap(topic -> topics.received(topic).stream())
        .toList();
  }

  /** Answers with success that the tables know nothing of. */
  private List<String> unkept() {
    var unkept = new ArrayList<String>();
    compare(
        unkept, "orders", told.orders(), tables.pairs("SELECT customer_id, order_id FROM mine"));
    compare(
        unkept,
        "cancelled orders",
        constant(told.cancelled(), "cancelled"),
        tables.pairs("SELECT order_id, status FROM mine"));
    var holds = new HashMap<String, String>();
    told.holds()
        .forEach((id, hold) ->
            holds.put(
                id,
                "%s %s %s"
                    .formatted(
                        hold.orderId(),
                        hold.transporterId(),
                        String.join(" ", hold.vehicleIds()))));
    compare(
        unkept,
        "holds",
        holds,
        tables.pairs(
            """
            SELECT h.id, order_id || ' ' || transporter_id || ' ' || array_to_string(vehicle_ids, ' ')
            FROM mine JOIN holds h USING (order_id)
            """));
    var assignments = new HashMap<String, String>();
    told.assignments()
        .forEach((id, assignment) ->
            assignments.put(
                id,
                "%s %s %s"
                    .formatted(
                        assignment.truckRequestId(),
                        assignment.vehicleId(),
                        assignment.driverId())));
    compare(
        unkept,
        "assignments",
        assignments,
        tables.pairs(
            """
            SELECT a.id, truck_request_id || ' ' || vehicle_id || ' ' || driver_id
            FROM mine JOIN assignments a USING (order_id)
            """));
    var over = new HashMap<>(told.steps());
    over.values().removeIf(step -> !step.equals("delivered") && !step.equals("cancelled"));
    compare(
        unkept,
        "trips",
        over,
        tables.pairs("SELECT a.id, a.status FROM mine JOIN assignments a USING (order_id)"));
    return unkept;
  }

  private static Map<String, String> constant(Iterable<String> keys, String value) {
    var map = new HashMap<String, String>();
    keys.forEach(key -> map.put(key, value));
    return map;
  }

  private static void compare(
      List<String> unkept, String what, Map<String, String> told, Map<String, String> kept) {
    told.forEach((key, value) -> {
      if (!value.equals(kept.get(key))) {
        unkept.add("%s: %s was told as %s and is %s".formatted(what, key, value, kept.get(key)));
      }
    });
  }
}
