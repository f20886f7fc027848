package com.weelo.dispatch.suite.verify;

import com.weelo.dispatch.audit.sealing.SealFile;
import com.weelo.dispatch.audit.sealing.SigningKey;
import com.weelo.dispatch.audit.verifying.ChainVerifier;
import com.weelo.dispatch.audit.verifying.Progress;
import com.weelo.dispatch.audit.verifying.Scope;
import com.weelo.dispatch.audit.verifying.Trust;
import com.weelo.dispatch.audit.verifying.Verification;
import com.weelo.dispatch.suite.SuiteDatabases;
import com.weelo.dispatch.suite.SuiteService;
import com.weelo.dispatch.suite.SuiteSettings;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Set;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A suite's audit record, and what it is held against outside its database. */
public final class AuditTrail {

  private final SuiteSettings suite;

  public AuditTrail(SuiteSettings suite) {
    this.suite = suite;
  }

  /** Looks at all of it, whether the service runs or not. */
  public Verification verify(Clock clock, Progress progress) throws SQLException {
    var database =
        new DriverManagerDataSource(
            SuiteDatabases.url(SuiteService.AUDIT.database().orElseThrow(), suite.ports()),
            SuiteDatabases.USER,
            SuiteDatabases.PASSWORD);
    var keys = Set.of(SigningKey.read(suite.auditKey()).publicKey());
    var trust = new Trust(keys, new SealFile(suite.auditSeals()), null);
    return new ChainVerifier(database, trust, clock).verify(Scope.ALL, progress);
  }
}
