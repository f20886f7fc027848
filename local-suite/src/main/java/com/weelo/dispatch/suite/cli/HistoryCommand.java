package com.weelo.dispatch.suite.cli;

import com.weelo.dispatch.suite.SuiteFailure;
import com.weelo.dispatch.suite.verify.Retelling;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Tells a booking or order from its events, and compares what they come to with its table. */
@Command(
    name = "history",
    mixinStandardHelpOptions = true,
    description = {
      "Tells a booking or order from its events alone, and compares what they come to with its",
      "table. Exit status 1 if the two differ."
    })
final class HistoryCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Mixin private LocalOptions local = new LocalOptions();

  @Parameters(paramLabel = "ID", description = "of a booking or an order")
  private String id = "";

  HistoryCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    local.requireRunning();
    var told =
        new Retelling(local.ports())
            .of(id)
            .orElseThrow(() -> new SuiteFailure("there is no booking and no order " + id));
    new HistoryLines(terminal).print(id, told);
    return told.agrees() ? 0 : 1;
  }
}
