package com.weelo.dispatch.suite.verify;

import com.weelo.dispatch.analytics.rollups.Recomputation;
import com.weelo.dispatch.suite.SuiteService;
import java.sql.Connection;
import java.sql.SQLException;

/** Whatever the analytics have added up comes out the same when it is added up anew. */
final class SumsAgree implements Invariant {

  @Override
  public String name() {
    return "sums are those of the facts";
  }

  @Override
  public Finding check(Evidence evidence) throws SQLException {
    try (var connection = evidence.dataSource(SuiteService.ANALYTICS).getConnection()) {
      connection.setAutoCommit(false);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ); // of one moment
      var differences = Recomputation.differences(connection);
      return new Finding(
          "%d tables added up anew".formatted(Recomputation.tables()),
          differences.entrySet().stream()
              .map(table -> "%s differs in %d rows".formatted(table.getKey(), table.getValue()))
              .toList());
    }
  }
}
