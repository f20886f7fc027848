package com.weelo.dispatch.suite.cli;

import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;

/** Tells people in a line how a command was misunderstood, and where to read how it is meant. */
final class MisuseReport implements IParameterExceptionHandler {

  @Override
  public int handleParseException(ParameterException misuse, String[] args) {
    var command = misuse.getCommandLine();
    command.getErr().println("dispatch: " + misuse.getMessage());
    command.getErr().println("See: " + command.getCommandSpec().qualifiedName() + " --help");
    command.getErr().flush();
    return CommandLine.ExitCode.USAGE;
  }
}
