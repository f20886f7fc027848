package com.weelo.dispatch.suite.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import org.slf4j.bridge.SLF4JBridgeHandler;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;

/** The command line of the local suite. */
@Command(
    name = "dispatch",
    mixinStandardHelpOptions = true,
    version = "Weelo Dispatch",
    synopsisSubcommandLabel = "COMMAND",
    description = "All of Weelo Dispatch on this machine, on real PostgreSQL, Kafka and Redis.",
    subcommands = {
      DemoCommand.class,
      UpCommand.class,
      VerifyCommand.class,
      AuditCommand.class,
      HistoryCommand.class,
      ReplayCommand.class,
      BenchCommand.class,
      StoresCommand.class,
      ServicesCommand.class,
      TokenCommand.class
    })
public final class DispatchCommand {

  private DispatchCommand() {}

  public static void main(String[] args) {
    // Tomcat and OpenTelemetry log by java.util.logging, which would print.
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
    System.exit(run(Terminal.ofThisProcess(), new PrintWriter(System.err, true), args));
  }

  /**
   * Runs a command that prints there instead of on this process's terminal.
   *
   * @return the exit status: 0 where all went well, 1 where not, 2 where the command was not
   *     understood
   */
  public static int run(PrintStream out, PrintStream err, String... args) {
    return run(new Terminal(out, false, false, 80), new PrintWriter(err, true), args);
  }

  private static int run(Terminal terminal, PrintWriter err, String... args) {
    return new CommandLine(new DispatchCommand(), new CommandFactory(terminal))
        .setColorScheme(
            CommandLine.Help.defaultColorScheme(terminal.isInteractive() ? Ansi.AUTO : Ansi.OFF))
        .setErr(err)
        .setParameterExceptionHandler(new MisuseReport())
        .setExecutionExceptionHandler(new FailureReport())
        .execute(args);
  }
}
