package com.weelo.dispatch.suite.cli;

import com.weelo.dispatch.suite.Suite;
import com.weelo.dispatch.suite.SuiteStores;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts everything and keeps it up. */
@Command(
    name = "up",
    mixinStandardHelpOptions = true,
    description = "Starts the whole suite and keeps it up until Ctrl-C. Data stays in .dispatch/.")
final class UpCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Mixin private LocalOptions local = new LocalOptions();

  @Option(names = "--fresh", description = "Deletes the data of earlier runs first.")
  private boolean fresh;

  UpCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    var settings = local.settings();
    if (fresh) {
      SuiteStores.wipe(settings);
    }
    var suite = new Suite(settings);
    RunningUntilStopped.closeAtExit(suite);
    terminal.status("Starting PostgreSQL, Kafka, Redis and the services …");
    suite.start();
    var addresses = new Addresses(terminal, settings.ports());
    addresses.services();
    addresses.dashboard();
    addresses.stores();
    addresses.logs(settings.directory());
    terminal.line("Ready in %.1f s".formatted(Uptime.seconds()));
    RunningUntilStopped.await();
    return 0;
  }
}
