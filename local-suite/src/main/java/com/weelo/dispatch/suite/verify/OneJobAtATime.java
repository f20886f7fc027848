package com.weelo.dispatch.suite.verify;

import com.weelo.dispatch.suite.SuiteService;
import com.weelo.dispatch.suite.client.Json;
import java.util.HashMap;
import java.util.Map;

/**
 * No truck and no driver was ever on two jobs, nor a truck on hold for one and out on another.
 *
 * <p>Clocks could not prove it: whoever waits for a truck to come free may have looked at the clock
 * before. The outbox's own numbers do, since who takes a truck or driver waits for the transaction
 * that frees it and is given its event's number after that.
 */
final class OneJobAtATime implements Invariant {

  @Override
  public String name() {
    return "no vehicle or driver on two jobs, at no time";
  }

  @Override
  public Finding check(Evidence evidence) {
    var diary = new JobDiary(plates(evidence));
    evidence
        .database(SuiteService.ORDER)
        .sql(
            """
            SELECT event_type, event_key, envelope FROM outbox
            WHERE event_type IN ('assignment.created', 'assignment.updated',
                                 'truck.hold.reserved', 'truck.hold.released')
            ORDER BY seq
            """)
        .query(row -> {
          diary.add(row.getString(1), row.getString(2), Json.tree(row.getString(3)).path("data"));
        });
    return new Finding(diary.figures(), diary.broken());
  }

  /** One truck may stand in several fleets' registries. */
  private static Map<String, String> plates(Evidence evidence) {
    var plates = new HashMap<String, String>();
    evidence
        .database(SuiteService.ORDER)
        .sql("SELECT id, registration FROM vehicles")
        .query(row -> {
          plates.put(row.getString(1), row.getString(2));
        });
    return plates;
  }
}
