package com.weelo.dispatch.suite.cli;

import com.weelo.dispatch.suite.SuiteService;
import com.weelo.dispatch.suite.SuiteServices;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** Starts only the services, or some: so that each can be killed without the others, or doubled. */
@Command(
    name = "services",
    hidden = true,
    mixinStandardHelpOptions = true,
    description = "Starts the services until Ctrl-C, on stores that are up.")
final class ServicesCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Mixin private LocalOptions local = new LocalOptions();

  @Option(
      names = "--only",
      split = ",",
      paramLabel = "SERVICE",
      converter = ServiceName.class,
      description = "Which services to start; all of them, where none is named.")
  private List<SuiteService> only = List.of(SuiteService.values());

  @Option(
      names = "--instance",
      paramLabel = "N",
      defaultValue = "0",
      description = "Beside others: this one's ports are 10 × N higher than the documented ones.")
  private int instance;

  @Parameters(
      paramLabel = "--NAME=VALUE",
      description = "After a bare --: settings, for each of the services.")
  private List<String> settings = List.of();

  ServicesCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    var ports = local.ports().ofInstance(instance);
    RunningUntilStopped.closeAtExit(SuiteServices.start(local.settings(ports, settings), only));
    new Addresses(terminal, ports).services(only);
    terminal.line("Ready in %.1f s".formatted(Uptime.seconds()));
    RunningUntilStopped.await();
    return 0;
  }

  static final class ServiceName implements ITypeConverter<SuiteService> {

    @Override
    public SuiteService convert(String name) {
      return SuiteService.ofModule(name)
          .orElseThrow(() -> new TypeConversionException(name + " is no service"));
    }
  }
}
