package com.weelo.dispatch.suite.verify;

import com.weelo.dispatch.suite.SuiteService;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * Every hold ends, confirmed or released, when its time is up at the latest; what it had is on jobs
 * or free then; and the topics tell the same of it.
 */
final class HoldsEnd implements Invariant {

  /** What was confirmed is on jobs, all of it; what was released is free, all of it. */
  private static final String HALF_ENDED =
      """
      SELECT format('hold %s is %s, and of its %s vehicles %s went on jobs and %s are on hold', id,
                    status, cardinality(vehicle_ids), assigned, waiting)
      FROM holds JOIN (
        SELECT hold_id AS id, count(assignment_id) AS assigned,
               count(*) FILTER (WHERE assignment_id IS NULL AND ended_at IS NULL) AS waiting
        FROM vehicle_engagements GROUP BY hold_id) AS vehicles USING (id)
      WHERE (assigned, waiting) <> CASE status
        WHEN 'active' THEN (0::bigint, cardinality(vehicle_ids)::bigint)
        WHEN 'confirmed' THEN (cardinality(vehicle_ids)::bigint, 0::bigint)
        ELSE (0::bigint, 0::bigint) END
      """;

  private static final String OVERDUE =
      """
      SELECT 'hold ' || id || ' is active after its end' FROM holds
      WHERE status = 'active' AND expires_at < :now
      """;

  @Override
  public String name() {
    return "every hold ends confirmed or released, as its events tell";
  }

  @Override
  public Finding check(Evidence evidence) throws Exception {
    var database = evidence.database(SuiteService.ORDER);
    var broken = new ArrayList<>(Overdue.in(SuiteService.ORDER, OVERDUE, evidence));
    broken.addAll(database.sql(HALF_ENDED).query((row, number) -> row.getString(1)).list());
    var holds = holds(evidence);
    broken.addAll(
        ToldHolds.of(evidence.history())
            .differencesFrom(holds, evidence.settledUntil().toInstant()));
    return new Finding(figures(holds), broken);
  }

  private static List<ToldHolds.Hold> holds(Evidence evidence) {
    return evidence
        .database(SuiteService.ORDER)
        .sql(
            """
            SELECT id, status, release_reason, coalesce(ended_at, created_at) FROM holds
            WHERE created_at >= :since
            """)
        .param("since", evidence.rememberedSince())
        .query((row, number) ->
            new ToldHolds.Hold(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getObject(4, OffsetDateTime.class).toInstant()))
        .list();
  }

  private static String figures(List<ToldHolds.Hold> holds) {
    return "%d confirmed, %d released, %d active"
        .formatted(count(holds, "confirmed"), count(holds, "released"), count(holds, "active"));
  }

  private static long count(List<ToldHolds.Hold> holds, String status) {
    return holds.stream().filter(hold -> hold.status().equals(status)).count();
  }
}
