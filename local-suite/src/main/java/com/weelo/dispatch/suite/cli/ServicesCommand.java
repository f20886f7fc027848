package com.weelo.dispatch.suite.cli;

import com.weelo.dispatch.suite.SuiteServices;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Starts only the services: so that either half can be killed without the other. */
@Command(
    name = "services",
    hidden = true,
    mixinStandardHelpOptions = true,
    description = "Starts the services until Ctrl-C, on stores that are up.")
final class ServicesCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Mixin private LocalOptions local = new LocalOptions();

  ServicesCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    var settings = local.settings();
    RunningUntilStopped.closeAtExit(SuiteServices.start(settings));
    new Addresses(terminal, settings.ports()).services();
    terminal.line("Ready in %.1f s".formatted(Uptime.seconds()));
    RunningUntilStopped.await();
    return 0;
  }
}
