package com.weelo.dispatch.suite.cli;

import com.weelo.dispatch.suite.verify.Verification;
import com.weelo.dispatch.suite.verify.VerifySettings;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Checks every invariant on the running suite. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = {
      "Checks every invariant on the running suite's stores and topics, one line each.",
      "Exit status 1 if one is broken."
    })
final class VerifyCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Mixin private LocalOptions local = new LocalOptions();

  @Option(
      names = "--journal",
      paramLabel = "FILE",
      description =
          "a client's record of bookings and orders answered with success, to be found again")
  private @Nullable Path journal;

  @Option(
      names = "--expect-dead",
      paramLabel = "N",
      defaultValue = "0",
      description = "how many records were poisoned on purpose (default: ${DEFAULT-VALUE})")
  private int expectedDead;

  VerifyCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    local.requireRunning();
    var settings =
        new VerifySettings(
            // Nobody knows what was killed in the suite's life.
            local.settings(), journal, expectedDead, true, VerifySettings.DEFAULT_PATIENCE);
    var holds = new Verification(settings, Clock.systemUTC()).run(new VerifyLines(terminal));
    return holds ? 0 : 1;
  }
}
