package com.weelo.dispatch.suite.verify;

import com.weelo.dispatch.suite.SuiteService;
import java.util.List;

/** What counts its own changes in its table, each of which has one event in the outbox. */
enum CountedChanges {
  BOOKINGS(
      SuiteService.BOOKING,
      """
      SELECT id, version AS changes, count(event_id) AS events
      FROM bookings LEFT JOIN outbox ON event_key = id
      WHERE bookings.created_at BETWEEN :since AND :until
      GROUP BY id
      """),
  ORDERS(
      SuiteService.ORDER,
      """
      SELECT id, version AS changes, count(event_id) AS events
      FROM orders LEFT JOIN outbox
        ON event_key = id AND (event_type LIKE 'order.%' OR event_type LIKE 'truck.%')
      WHERE orders.created_at BETWEEN :since AND :until
      GROUP BY id
      """),
  ASSIGNMENTS(
      SuiteService.ORDER,
      """
      SELECT id, version AS changes, count(event_id) AS events
      FROM assignments LEFT JOIN outbox
        ON event_key = coalesce(booking_id, order_id) AND event_type LIKE 'assignment.%'
        AND envelope::jsonb #>> '{data,assignmentId}' = id
      WHERE assignments.created_at BETWEEN :since AND :until
      GROUP BY id
      """),
  /** Each payment is one change of what was paid for. */
  PAYMENTS(
      SuiteService.ORDER,
      """
      SELECT job_id AS id, payments AS changes, count(event_id) AS events
      FROM (SELECT job_id, count(*) AS payments FROM payments
            GROUP BY job_id HAVING min(paid_at) >= :since AND max(paid_at) <= :until) AS paid
      LEFT JOIN outbox ON event_key = job_id AND event_type = 'payment.completed'
      GROUP BY job_id, payments
      """);

  private final SuiteService service;
  private final String changesAndEvents;

  CountedChanges(SuiteService service, String changesAndEvents) {
    this.service = service;
    this.changesAndEvents = changesAndEvents;
  }

  /** Those of which the table counts another number than there are events. */
  List<String> differences(Evidence evidence) {
    return evidence
        .database(service)
        .sql(
            """
            SELECT id || ' counts ' || changes || ' changes and has ' || events || ' events'
            FROM (%s) AS counted WHERE changes <> events
            """
                .formatted(changesAndEvents))
        .param("since", evidence.rememberedSince())
        .param("until", evidence.settledUntil())
        .query((row, number) -> row.getString(1))
        .list();
  }
}
