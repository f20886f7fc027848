package com.weelo.dispatch.suite.cli;

import com.weelo.dispatch.suite.Suite;
import com.weelo.dispatch.suite.SuiteFailure;
import com.weelo.dispatch.suite.SuiteSettings;
import com.weelo.dispatch.suite.bench.BenchWorld;
import com.weelo.dispatch.suite.bench.Benchmark;
import com.weelo.dispatch.suite.bench.Benchmarks;
import com.weelo.dispatch.suite.client.DevelopmentTokens;
import com.weelo.dispatch.suite.client.DispatchClient;
import com.weelo.dispatch.suite.client.Json;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Measures, on a suite of its own. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = {
      "Measures, on a suite of its own; each benchmark prints one JSON line with its figure",
      "beside the limit measured in the same run."
    })
final class BenchCommand implements Callable<Integer> {

  private static final int CONNECTIONS = 32;

  private final Terminal terminal;

  @Mixin private LocalOptions local = new LocalOptions();

  @Parameters(
      arity = "0..1",
      paramLabel = "NAME",
      description =
          "book-to-offer, order-to-offer, races, truck-accepts, bookings, pushes, facts,"
              + " records or answers (default: all)")
  private @Nullable String name;

  /** Nobody meets a user of an earlier benchmark. */
  private final AtomicLong numbers = new AtomicLong();

  BenchCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    var chosen = chosen();
    measure(chosen.stream().filter(Benchmark::needsServices).toList(), true);
    for (var benchmark : chosen) {
      if (!benchmark.needsServices()) {
        measure(List.of(benchmark), false); // on stores that hold nothing else
      }
    }
    return 0;
  }

  private void measure(List<Benchmark> benchmarks, boolean onServices) throws Exception {
    if (benchmarks.isEmpty()) {
      return;
    }
    try (var suite = new Suite(settings())) {
      RunningUntilStopped.closeAtExit(suite);
      terminal.status("Starting PostgreSQL, Kafka, Redis and the services …");
      if (onServices) {
        suite.start();
      } else {
        suite.startStores();
      }
      for (var benchmark : benchmarks) {
        terminal.status("Measuring " + benchmark.name() + " …");
        run(benchmark, suite);
      }
    }
  }

  private void run(Benchmark benchmark, Suite suite) throws Exception {
    var tokens =
        new DevelopmentTokens(suite.settings().jwtSecret(), Clock.systemUTC(), Duration.ofDays(1));
    var line = new LinkedHashMap<String, Object>();
    line.put("benchmark", benchmark.name());
    try (var client = new DispatchClient(local.ports(), CONNECTIONS)) {
      line.putAll(benchmark.run(new BenchWorld(suite, client, tokens, numbers)));
    }
    terminal.line(Json.text(line));
  }

  private List<Benchmark> chosen() {
    var all = Benchmarks.all();
    if (name == null) {
      return all;
    }
    var chosen = all.stream().filter(benchmark -> benchmark.name().equals(name)).toList();
    if (chosen.isEmpty()) {
      throw new SuiteFailure(
          "there is no benchmark %s, but %s"
              .formatted(
                  name, all.stream().map(Benchmark::name).collect(Collectors.joining(", "))));
    }
    return chosen;
  }

  private SuiteSettings settings() {
    return new SuiteSettings(
        local.directory().resolve("bench"),
        local.ports(),
        false,
        DevelopmentTokens.secret(),
        // Nobody takes what is only counted: what becomes of it is not measured.
        List.of(
            "--dispatch.booking.ttl=1h",
            "--dispatch.booking.wave-interval=1h",
            "--dispatch.order.ttl=1h",
            "--dispatch.order.wave-interval=1h"));
  }
}
