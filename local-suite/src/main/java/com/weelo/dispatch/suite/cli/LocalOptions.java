package com.weelo.dispatch.suite.cli;

import com.weelo.dispatch.suite.SuiteFailure;
import com.weelo.dispatch.suite.SuitePorts;
import com.weelo.dispatch.suite.SuiteSettings;
import com.weelo.dispatch.suite.client.DevelopmentTokens;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** Which suite a command is about. Nobody needs these unless two suites share a machine. */
final class LocalOptions {

  @Option(
      names = "--directory",
      hidden = true,
      paramLabel = "DIR",
      defaultValue = "${sys:dispatch.home:-.}/.dispatch",
      description = "Where the suite keeps its data.")
  private Path directory = Path.of(".dispatch");

  @Option(
      names = "--port-offset",
      hidden = true,
      paramLabel = "N",
      defaultValue = "0",
      description = "Added to every port.")
  private int portOffset;

  Path directory() {
    return directory.toAbsolutePath().normalize();
  }

  SuitePorts ports() {
    return SuitePorts.standard().shiftedBy(portOffset);
  }

  /** A suite whose data is kept. */
  SuiteSettings settings() {
    return settings(ports(), List.of());
  }

  /**
   * The same, elsewhere and with more to tell the services.
   *
   * @param serviceArguments as {@code --name=value}
   */
  SuiteSettings settings(SuitePorts ports, List<String> serviceArguments) {
    return new SuiteSettings(
        directory(), ports, true, DevelopmentTokens.secret(), serviceArguments);
  }

  /**
   * @throws SuiteFailure where no suite is up
   */
  void requireRunning() {
    var port = ports().postgres();
    try (var socket = new Socket(SuitePorts.HOST, port)) {
      socket.setSoLinger(true, 0);
    } catch (IOException refused) {
      throw new SuiteFailure(
          "no suite answers on port %d; start one with ./dispatch up".formatted(port));
    }
  }
}
