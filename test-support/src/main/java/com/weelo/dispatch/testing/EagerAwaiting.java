package com.weelo.dispatch.testing;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Has tests look at once at what they wait for, and often: mostly it holds already, and Awaitility
 * would let a tenth of a second pass before it looks. What does not hold is waited for longer than
 * Awaitility would: on a busy machine that is no failure.
 */
public final class EagerAwaiting implements LauncherSessionListener {

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  @Override
  public void launcherSessionOpened(LauncherSession session) {
    Awaitility.setDefaultPollDelay(Duration.ZERO);
    Awaitility.setDefaultPollInterval(BETWEEN_LOOKS);
    Awaitility.setDefaultTimeout(PATIENCE);
  }
}
