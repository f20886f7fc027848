package com.weelo.dispatch.suite.cli;

import com.weelo.dispatch.suite.Suite;
import com.weelo.dispatch.suite.SuiteSettings;
import com.weelo.dispatch.suite.cli.Terminal.Tone;
import com.weelo.dispatch.suite.client.DevelopmentTokens;
import com.weelo.dispatch.suite.client.DispatchClient;
import com.weelo.dispatch.suite.data.Freight;
import com.weelo.dispatch.suite.data.Recording;
import com.weelo.dispatch.suite.simulator.ClientFindings;
import com.weelo.dispatch.suite.simulator.PushTimes;
import com.weelo.dispatch.suite.simulator.Simulation;
import com.weelo.dispatch.suite.simulator.SimulationSettings;
import com.weelo.dispatch.suite.verify.Finding;
import com.weelo.dispatch.suite.verify.Journal;
import com.weelo.dispatch.suite.verify.Verification;
import com.weelo.dispatch.suite.verify.Verification.Result;
import com.weelo.dispatch.suite.verify.VerifySettings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows the whole: starts it, lets a city loose on it, reports, and checks that all held. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = {
      "Starts the whole suite, replays real vehicles as captains and real trips as customers,",
      "has fleets share orders of many trucks, and ends with a report. Exit status 0 only if every invariant held."
    })
final class DemoCommand implements Callable<Integer> {

  /** Above this a fix of the recording would be impossible to drive, at the recorded speed. */
  private static final double FASTEST_KMH = 160;

  private static final Duration ORDER_TTL = Duration.ofSeconds(45);

  private static final Duration REHEARSAL = Duration.ofSeconds(75);

  private static final int CONNECTIONS = 32;

  private final Terminal terminal;
  private final Clock clock = Clock.systemUTC();

  @Mixin private LocalOptions local = new LocalOptions();

  @Mixin private DataOptions data = new DataOptions();

  @Option(
      names = "--minutes",
      paramLabel = "N",
      defaultValue = "2",
      description = "how long customers come (default: ${DEFAULT-VALUE})")
  private double minutes;

  @Option(
      names = "--speed",
      paramLabel = "X",
      defaultValue = "5",
      description = "how much faster than recorded time goes by (default: ${DEFAULT-VALUE})")
  private double speed;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "the same seed makes the same choices (default: ${DEFAULT-VALUE})")
  private long seed;

  @Option(
      names = "--order-every",
      paramLabel = "SECONDS",
      defaultValue = "4",
      description = "from one order of several trucks to the next (default: ${DEFAULT-VALUE})")
  private double orderEvery;

  DemoCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    var simulating =
        new SimulationSettings(
            Duration.ofMillis((long) (minutes * 60_000)),
            speed,
            Duration.ofMillis((long) (orderEvery * 1_000)),
            REHEARSAL,
            seed);
    var recording = data.recording();
    var freight = data.freight();
    var suite = new Suite(settings());
    RunningUntilStopped.closeAtExit(suite);
    try (suite) {
      terminal.status("Starting PostgreSQL, Kafka, Redis and the services …");
      suite.start();
      terminal.line("The suite is up after %.1f s.".formatted(Uptime.seconds()));
      return simulate(suite, recording, freight, simulating) ? 0 : 1;
    }
  }

  /** Everything of its own, so that nothing of another run is in the way, or lost. */
  private SuiteSettings settings() {
    return new SuiteSettings(
        local.directory().resolve("demo"),
        local.ports(),
        false,
        DevelopmentTokens.secret(),
        List.of(
            // Where time goes by faster, so does everybody.
            "--dispatch.location.cleaning.fastest=" + FASTEST_KMH * speed,
            // Nobody watches a search for five minutes.
            "--dispatch.order.ttl=" + ORDER_TTL));
  }

  private boolean simulate(
      Suite suite, Recording recording, Freight freight, SimulationSettings settings)
      throws Exception {
    var journalFile = suite.settings().directory().resolve("journal.jsonl");
    var pushes = suite.stores().fcm().messages();
    var tokens = new DevelopmentTokens(suite.settings().jwtSecret(), clock, Duration.ofDays(1));
    Simulation simulation;
    try (var journal = Journal.begin(journalFile);
        var client = new DispatchClient(suite.settings().ports(), CONNECTIONS)) {
      simulation = new Simulation(client, tokens, recording, freight, settings, journal, clock);
      new LiveProgress(terminal, simulation, () -> pushes.all().size())
          .showUntil(simulation.start());
    }
    terminal.status("Checking the invariants …");
    var results = verify(suite.settings(), journalFile);
    PushTimes.measure(pushes.all(), simulation.askedAt(), simulation.measured());
    new DemoReport(terminal, simulation.measured(), freight, settings.warmUp())
        .print(pushes.all().size());
    return print(results, ClientFindings.of(simulation.measured()));
  }

  /** Waits for everything to settle first, so that late pushes are counted too. */
  private List<Result> verify(SuiteSettings suite, Path journal) {
    var results = new ArrayList<Result>();
    new Verification(
            new VerifySettings(suite, journal, 0, false, VerifySettings.DEFAULT_PATIENCE), clock)
        .run(results::add);
    return results;
  }

  private boolean print(List<Result> results, Map<String, Finding> seenByApps) {
    var lines = new VerifyLines(terminal);
    var all = new ArrayList<>(results);
    seenByApps.forEach((name, finding) -> all.add(new Result(name, finding, Duration.ZERO)));
    terminal.line("");
    all.forEach(lines);
    var holds = all.stream().allMatch(result -> result.finding().holds());
    terminal.line("");
    terminal.line(
        holds
            ? terminal.styled("Every invariant held.", Tone.GOOD)
            : terminal.styled("Not every invariant held.", Tone.BAD));
    return holds;
  }
}
