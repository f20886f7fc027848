package com.weelo.dispatch.testing;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Has tests look at once at what they wait for, and often: mostly it holds already, and Awaitility
 * would let a tenth of a second pass before it looks.
 */
public final class EagerAwaiting implements LauncherSessionListener {

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

  @Override
  public void launcherSessionOpened(LauncherSession session) {
    Awaitility.setDefaultPollDelay(Duration.ZERO);
    Awaitility.setDefaultPollInterval(BETWEEN_LOOKS);
  }
}
