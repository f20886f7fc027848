package com.weelo.dispatch.fcm;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;

/** The emulator as a program of its own, until it is stopped. */
@Command(
    name = "fcm-emulator",
    showDefaultValues = true,
    description = "An emulator of FCM's HTTP v1 API, with a port to look at what was sent.")
public final class FcmEmulatorApplication implements Callable<Integer> {

  @Option(names = "--host", description = "Address to listen on; 0.0.0.0 for all.")
  private String host = FcmEmulatorSettings.LOOPBACK;

  @Option(names = "--port", description = "Port of FCM, over TLS; 0 for a free one.")
  private int port = 18099;

  @Option(
      names = "--control-port",
      description = "Port of the control API, without TLS; by default one below --port.")
  private @Nullable Integer controlPort;

  @Option(
      names = "--smtp-port",
      description = "Port of a mail server; by default two below --port.")
  private @Nullable Integer smtpPort;

  @Option(names = "--certificates", description = "Directory that keeps the certificates.")
  private Path certificates = Path.of(".dispatch", "fcm-emulator");

  @Option(
      names = "--latency",
      defaultValue = "0ms",
      description = "How long every send waits for its answer: 50ms, 2s.")
  private Duration latency = Duration.ZERO;

  @Option(names = "--kept-messages", description = "How many messages are kept to look at.")
  private int keptMessages = FcmEmulatorSettings.DEFAULT_KEPT_MESSAGES;

  @Option(names = "--help", usageHelp = true, description = "Show this and exit.")
  @SuppressWarnings("UnusedVariable") // picocli asks for the annotation alone
  private boolean help;

  private FcmEmulatorApplication() {}

  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    return new CommandLine(new FcmEmulatorApplication())
        .registerConverter(Duration.class, new DurationConverter())
        .setExecutionExceptionHandler(FcmEmulatorApplication::explain);
  }

  /** Why it cannot start is for its user, whom a stack trace tells nothing. */
  private static int explain(Exception reason, CommandLine command, ParseResult arguments) {
    command.getErr().println(reason.getMessage());
    return command.getCommandSpec().exitCodeOnExecutionException();
  }

  @Override
  public Integer call() throws InterruptedException {
    int control = controlPort == null ? Math.max(0, port - 1) : controlPort;
    int smtp = smtpPort == null ? Math.max(0, port - 2) : smtpPort;
    var settings =
        new FcmEmulatorSettings(host, port, control, certificates, latency, keptMessages, smtp);
    try (var _ = FcmEmulator.start(settings)) {
      Thread.currentThread().join(); // never returns: the emulator ends with its process
    }
    return 0;
  }
}
