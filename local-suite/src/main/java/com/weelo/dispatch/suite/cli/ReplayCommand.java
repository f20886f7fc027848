package com.weelo.dispatch.suite.cli;

import com.weelo.dispatch.suite.verify.Rereading;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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

  @Option(names = "--topic", required = true, paramLabel = "T", description = "which topic")
  private String topic = "";

  @Option(
      names = "--from",
      required = true,
      paramLabel = "TIME",
      description = "for example 2026-05-04T12:00:00Z")
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
    var rereading = new Rereading(local.ports());
    if (group == null) {
      rereading.tell(topic, from, terminal::line);
    } else {
      rereading
          .rewind(group, topic, from)
          .forEach((partition, offset) ->
              terminal.line("%s goes on at %s@%d".formatted(group, partition, offset)));
    }
    return 0;
  }
}
