package com.weelo.dispatch.order.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.weelo.dispatch.order.orders.OrderStatus;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** What is true of an order at any time, whatever happened to it in whatever order. */
public class Invariants {

  private final JdbcTemplate jdbc;
  private final PublishedEvents events;
  private final TransactionTemplate atOneInstant;

  Invariants(JdbcTemplate jdbc, PublishedEvents events, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.events = events;
    this.atOneInstant = new TransactionTemplate(transactions);
    atOneInstant.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
  }

  /** Looks at everything as it was at one instant: meanwhile the sweep may go on. */
  public void hold(String order) {
    atOneInstant.executeWithoutResult(status -> check(order));
  }

  private void check(String order) {
    countsAreRight(order);
    versionsHaveNoHoles(order);
    stepsFollowEachOther(order);
    everyHoldThatIsOverWasConfirmedOrReleased(order);
    vehiclesAreTakenForWhatIsHeldAndAccepted(order);
    everyAcceptedTruckHasItsAssignmentAndNoOther(order);
    if (status(order).isEnded()) {
      nothingIsLeft(order);
    }
  }

  /** Once the search is over an order has a quorum, or nothing. */
  public void endedFullOrFullyReleased(String order) {
    hold(order);
    assertThat(status(order).isSearching()).isFalse();
    assertThat(
            numbers(
                "SELECT filled FROM order_lines WHERE order_id = ? AND filled NOT IN (0, quantity)",
                order))
        .isEmpty();
  }

  public OrderStatus status(String order) {
    var code = jdbc.queryForObject("SELECT status FROM orders WHERE id = ?", String.class, order);
    return OrderStatus.ofCode(String.valueOf(code)).orElseThrow();
  }

  private void countsAreRight(String order) {
    assertThat(
            jdbc.queryForList(
                """
                SELECT * FROM (
                  SELECT l.vehicle_type, l.quantity, l.held, l.filled, l.delivered,
                         count(r.id) AS made,
                         count(*) FILTER (WHERE r.status = 'held') AS really_held,
                         count(*) FILTER (WHERE r.status IN ('accepted', 'delivered'))
                           AS really_filled,
                         count(*) FILTER (WHERE r.status = 'delivered') AS really_delivered
                  FROM order_lines l LEFT JOIN truck_requests r USING (order_id, vehicle_type)
                  WHERE order_id = ? GROUP BY l.order_id, l.vehicle_type) AS line
                WHERE (held, filled, delivered) <> (really_held, really_filled, really_delivered)
                   OR made NOT IN (0, quantity)
                """,
                order))
        .isEmpty();
  }

  private void versionsHaveNoHoles(String order) {
    var versions = events.versionsOf(order);
    assertThat(versions).isEqualTo(IntStream.rangeClosed(1, versions.size()).boxed().toList());
    assertThat(numbers("SELECT version FROM orders WHERE id = ?", order))
        .containsExactly(versions.size());
  }

  private void stepsFollowEachOther(String order) {
    var status = "processing";
    for (var step : events.of(order, "order.status.changed")) {
      assertThat(step.path("previousStatus").asString()).isEqualTo(status);
      status = step.path("status").asString();
    }
    assertThat(status(order).code()).isEqualTo(status);
  }

  private void everyHoldThatIsOverWasConfirmedOrReleased(String order) {
    var reserved = holds(order, "truck.hold.reserved");
    var released = holds(order, "truck.hold.released");
    assertThat(released).doesNotHaveDuplicates();
    var open = new HashSet<>(reserved);
    open.removeAll(released);
    assertThat(texts("SELECT id FROM holds WHERE order_id = ? AND status <> 'released'", order))
        .containsExactlyInAnyOrderElementsOf(open);
  }

  private void vehiclesAreTakenForWhatIsHeldAndAccepted(String order) {
    var taken =
        texts(
            """
            SELECT e.vehicle_id FROM vehicle_engagements e JOIN holds h ON h.id = e.hold_id
            WHERE h.order_id = ? AND e.ended_at IS NULL
            """,
            order);
    assertThat(
            texts(
                """
                SELECT vehicle_id FROM truck_requests
                WHERE order_id = ? AND status IN ('held', 'accepted')
                """,
                order))
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(taken);
  }

  private void everyAcceptedTruckHasItsAssignmentAndNoOther(String order) {
    var active =
        texts(
            """
            SELECT id FROM assignments
            WHERE order_id = ? AND status NOT IN ('delivered', 'cancelled')
            """,
            order);
    assertThat(
            texts(
                """
                SELECT assignment_id FROM truck_requests
                WHERE order_id = ? AND status = 'accepted'
                """,
                order))
        .containsExactlyInAnyOrderElementsOf(active);
  }

  private void nothingIsLeft(String order) {
    assertThat(
            jdbc.queryForList(
                """
                SELECT id FROM truck_requests
                WHERE order_id = ? AND status IN ('open', 'held', 'accepted')
                """,
                order))
        .isEmpty();
    assertThat(
            jdbc.queryForList(
                "SELECT 1 FROM order_offers WHERE order_id = ? AND withdrawn_at IS NULL", order))
        .isEmpty();
  }

  private List<String> holds(String order, String type) {
    return events.of(order, type).stream()
        .map((JsonNode hold) -> hold.path("holdId").asString())
        .toList();
  }

  private List<String> texts(String query, String order) {
    return jdbc.query(query, (row, number) -> row.getString(1), order);
  }

  private List<@Nullable Integer> numbers(String query, String order) {
    return jdbc.queryForList(query, Integer.class, order);
  }
}
