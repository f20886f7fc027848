package com.weelo.dispatch.audit.testing;

import com.weelo.dispatch.testing.TestStores;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** A database as the migration makes it, seen by its owner and by the service's own role. */
public final class AuditDatabase implements AutoCloseable {

  public static final String WRITER = "audit_writer";
  public static final String WRITER_PASSWORD = "it's only for tests";

  private final String name =
      "audit_" + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());

  public AuditDatabase() {
    TestStores.get().createDatabase(name);
    Flyway.configure()
        .dataSource(owner())
        .locations("classpath:db/platform", "classpath:db/audit")
        .placeholders(Map.of("writer", WRITER, "writer-password", WRITER_PASSWORD))
        .load()
        .migrate();
  }

  /** Who may do anything, and so who tampers. */
  public DataSource owner() {
    var server = TestStores.get().postgres();
    return new DriverManagerDataSource(server.jdbcUrl(name), server.user(), server.password());
  }

  public DataSource writer() {
    return new DriverManagerDataSource(
        TestStores.get().postgres().jdbcUrl(name), WRITER, WRITER_PASSWORD);
  }

  public JdbcTemplate asOwner() {
    return new JdbcTemplate(owner());
  }

  public static TransactionTemplate transactionsOf(DataSource database) {
    return new TransactionTemplate(new DataSourceTransactionManager(database));
  }

  @Override
  public void close() {
    var server = TestStores.get().postgres();
    new JdbcTemplate(
            new DriverManagerDataSource(
                server.jdbcUrl("postgres"), server.user(), server.password()))
        .execute("DROP DATABASE " + name + " WITH (FORCE)");
  }
}
