package com.weelo.dispatch.suite.cli;

import com.weelo.dispatch.suite.cli.Terminal.Tone;
import com.weelo.dispatch.suite.verify.Rereading;
import com.weelo.dispatch.suite.verify.Rewinding;
import com.weelo.dispatch.suite.verify.Rewinding.Again;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Reads events again. */
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    description = {
      "Reads a topic again from some time on: prints its events, one a line; or, with --group, has",
      "a worker that is stopped read them again when it starts."
    })
final class ReplayCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Mixin private LocalOptions local = new LocalOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--topic", required = true, paramLabel = "T", description = "which topic")
  private String topic = "";

  @Option(
      names = "--from",
      required = true,
      paramLabel = "TIME",
      converter = TimeConverter.class,
      description = "for example 2026-05-04T12:00:00Z, or 15m for a quarter of an hour ago")
  private Instant from = Instant.EPOCH;

  @Option(
      names = "--group",
      paramLabel = "G",
      description = "a worker's group, for example analytics-worker.facts")
  private @Nullable String group;

  ReplayCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws InterruptedException {
    local.requireRunning();
    if (group == null) {
      print();
    } else {
      rewind(group);
    }
    return 0;
  }

  private void print() {
    var leftOut = new Rereading(local.ports()).tell(topic, from, terminal::line);
    if (leftOut > 0) {
      // Not among the events, which may go into a pipe.
      spec.commandLine()
          .getErr()
          .println("dispatch: records left out, being no events: " + leftOut);
    }
  }

  private void rewind(String worker) throws InterruptedException {
    var again = new Rewinding(local.ports()).rewind(worker, topic, from);
    again.stream()
        .filter(one -> one.records() > 0)
        .forEach(one ->
            terminal.line(
                "%s-%d from %d on, not from %d"
                    .formatted(topic, one.partition(), one.from(), one.to())));
    terminal.line(
        String.format(
            Locale.ROOT,
            "%s When it starts, %s reads %,d records of %s again.",
            terminal.styled("✔", Tone.GOOD),
            worker,
            again.stream().mapToLong(Again::records).sum(),
            topic));
  }
}
