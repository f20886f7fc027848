package com.weelo.dispatch.suite.cli;

import com.weelo.dispatch.suite.SuiteStores;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Starts only what the services stand on: so that either half can be killed without the other. */
@Command(
    name = "stores",
    hidden = true,
    mixinStandardHelpOptions = true,
    description = "Starts PostgreSQL, Kafka, Redis and the FCM emulator until Ctrl-C.")
final class StoresCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Mixin private LocalOptions local = new LocalOptions();

  StoresCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    var settings = local.settings();
    RunningUntilStopped.closeAtExit(SuiteStores.start(settings));
    new Addresses(terminal, settings.ports()).stores();
    terminal.line("Ready in %.1f s".formatted(Uptime.seconds()));
    RunningUntilStopped.await();
    return 0;
  }
}
