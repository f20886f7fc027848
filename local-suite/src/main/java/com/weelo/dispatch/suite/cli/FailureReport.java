package com.weelo.dispatch.suite.cli;

import com.weelo.dispatch.stores.StoreFailure;
import com.weelo.dispatch.suite.SuiteFailure;
import com.weelo.dispatch.suite.data.MalformedRecording;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Tells people in a line what went wrong; the rest is in the log. */
final class FailureReport implements IExecutionExceptionHandler {

  private static final Logger log = LoggerFactory.getLogger(FailureReport.class);

  @Override
  public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
    if (failure instanceof SuiteFailure && failure.getCause() == null) {
      log.warn("{} was refused: {}", command.getCommandName(), failure.getMessage());
    } else {
      log.error("{} failed", command.getCommandName(), failure);
    }
    command.getErr().println("dispatch: " + explain(failure));
    command.getErr().flush();
    return CommandLine.ExitCode.SOFTWARE;
  }

  static String explain(Exception failure) {
    return switch (failure) {
      case SuiteFailure f -> message(f);
      case StoreFailure f -> message(f);
      case MalformedRecording f -> message(f);
      case IllegalArgumentException f -> message(f);
      case UncheckedIOException f when f.getCause() instanceof NoSuchFileException missing ->
          "there is no file " + missing.getFile();
      case UncheckedIOException f ->
          message(f) + ": " + NestedExceptionUtils.getMostSpecificCause(f).getMessage();
      default -> "unexpectedly, " + failure + " (more in .dispatch/logs/suite.log)";
    };
  }

  private static String message(Exception failure) {
    return String.valueOf(failure.getMessage());
  }
}
