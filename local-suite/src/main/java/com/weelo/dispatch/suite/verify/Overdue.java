package com.weelo.dispatch.suite.verify;

import com.weelo.dispatch.suite.SuiteService;
import java.util.List;

/** What should have ended by now, once who is late has had the time to end it. */
final class Overdue {

  private Overdue() {}

  /**
   * @param sql a column of texts, empty where all is well; {@code :now} is now
   */
  static List<String> in(SuiteService service, String sql, Evidence evidence) throws Exception {
    return new Patience(evidence.settings().patience())
        .until(
            List::isEmpty,
            () ->
                evidence
                    .database(service)
                    .sql(sql)
                    .param("now", Evidence.sql(evidence.now()))
                    .query((row, number) -> row.getString(1))
                    .list());
  }
}
