package com.weelo.dispatch.suite.verify;

import com.weelo.dispatch.suite.SuiteService;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was put off has had its time: nothing is left to be sent to anybody. */
final class NoMessageWaits implements Invariant {

  @Override
  public String name() {
    return "no message waits to be sent";
  }

  /** What is sent at last is told in its turn, and that has to arrive too. */
  @Override
  public Finding check(Evidence evidence) throws Exception {
    var sent =
        new Patience(evidence.settings().patience())
            .until(Finding::holds, () -> waiting(evidence.database(SuiteService.NOTIFICATION)));
    return sent.holds() ? new NothingWaits().check(evidence) : sent;
  }

  private static Finding waiting(JdbcClient deliveries) {
    return new Finding(
        "some wait",
        deliveries
            .sql(
                """
                SELECT state || ' since ' || claimed_at || ', due ' || due_at
                FROM deliveries WHERE due_at IS NOT NULL ORDER BY due_at LIMIT 20
                """)
            .query((row, number) -> row.getString(1))
            .list());
  }
}
