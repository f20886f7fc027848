package com.weelo.dispatch.suite.verify;

import com.weelo.dispatch.suite.SuitePorts;
import com.weelo.dispatch.suite.SuiteSettings;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What is verified.
 *
 * @param suite which runs
 * @param journal a client's record of the bookings it was told are made; null for none
 * @param expectedDead how many records were poisoned on purpose
 * @param killed whether services were killed: a push that was on its way then may come twice
 * @param patience how long lags may take to go
 */
public record VerifySettings(
    SuiteSettings suite,
    @Nullable Path journal,
    int expectedDead,
    boolean killed,
    Duration patience) {

  public static final Duration DEFAULT_PATIENCE = Duration.ofSeconds(20);

  SuitePorts ports() {
    return suite.ports();
  }

  String jwtSecret() {
    return suite.jwtSecret();
  }
}
