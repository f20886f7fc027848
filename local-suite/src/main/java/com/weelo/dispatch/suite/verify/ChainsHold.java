package com.weelo.dispatch.suite.verify;

import com.weelo.dispatch.audit.verifying.Progress;
import java.sql.SQLException;
import java.time.Clock;

/** The audit's record is as it was written: every hash computed anew, every seal looked at. */
final class ChainsHold implements Invariant {

  @Override
  public String name() {
    return "the audit's chains and seals hold";
  }

  @Override
  public Finding check(Evidence evidence) throws SQLException {
    var verification =
        new AuditTrail(evidence.settings().suite()).verify(Clock.systemUTC(), Progress.NONE);
    return new Finding(
        "%d links, %d seals".formatted(verification.records(), verification.sealsChecked()),
        verification.findings().stream()
            .filter(finding -> finding.kind().isBreaking())
            .map(finding ->
                "%s at %s-%s@%d: %s"
                    .formatted(
                        finding.kind().code(),
                        finding.topic(),
                        finding.partition(),
                        finding.offset(),
                        finding.detail()))
            .toList());
  }
}
