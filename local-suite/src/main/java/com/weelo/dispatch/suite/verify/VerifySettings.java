package com.weelo.dispatch.suite.verify;

import com.weelo.dispatch.suite.SuitePorts;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What is verified.
 *
 * @param jwtSecret what the suite's tokens are signed with
 * @param journal a client's record of the bookings it was told are made; null for none
 * @param expectedDead how many records were poisoned on purpose
 * @param patience how long lags may take to go
 */
public record VerifySettings(
    SuitePorts ports,
    String jwtSecret,
    @Nullable Path journal,
    int expectedDead,
    Duration patience) {

  public static final Duration DEFAULT_PATIENCE = Duration.ofSeconds(20);
}
