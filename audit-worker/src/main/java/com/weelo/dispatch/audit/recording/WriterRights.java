package com.weelo.dispatch.audit.recording;

import java.util.List;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Sees to it that the service could not change the record if it wanted to. */
@Component
class WriterRights implements InitializingBean {

  private final JdbcTemplate jdbc;

  WriterRights(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @throws IllegalStateException where it could
   */
  @Override
  public void afterPropertiesSet() {
    var rights =
        jdbc.query(
            """
            SELECT "right" || ' on ' || "table"
            FROM unnest(ARRAY['records', 'digests', 'seals', 'sealed_heads']) "table",
                 unnest(ARRAY['UPDATE', 'DELETE', 'TRUNCATE']) "right"
            WHERE has_table_privilege("table", "right") ORDER BY 1
            """,
            (row, number) -> row.getString(1));
    if (!rights.isEmpty()) {
      throw new IllegalStateException(refusal(rights));
    }
  }

  private static String refusal(List<String> rights) {
    return "spring.datasource.username must be a role that can only add to the record, not its"
        + " owner (which is spring.flyway.user); this one has "
        + String.join(", ", rights);
  }
}
