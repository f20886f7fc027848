package com.weelo.dispatch.system;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.weelo.dispatch.suite.SuiteSettings;
import com.weelo.dispatch.suite.cli.DispatchCommand;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a command of the command line came to.
 *
 * @param status 0 where all went well
 * @param out the lines that it printed
 * @param err the lines that it complained with
 */
record Command(int status, List<String> out, List<String> err) {

  static Command run(SuiteSettings suite, int portOffset, String... words) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var where =
        Stream.of(
            "--directory",
            suite.directory().toString(),
            "--port-offset",
            Integer.toString(portOffset));
    var status =
        DispatchCommand.run(
            new PrintStream(out, true, UTF_8),
            new PrintStream(err, true, UTF_8),
            Stream.concat(Stream.of(words), where).toArray(String[]::new));
    return new Command(status, lines(out), lines(err));
  }

  private static List<String> lines(ByteArrayOutputStream printed) {
    return printed.toString(UTF_8).lines().toList();
  }
}
