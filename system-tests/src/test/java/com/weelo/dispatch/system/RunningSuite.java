package com.weelo.dispatch.system;

import com.weelo.dispatch.stores.EmbeddedStores;
import com.weelo.dispatch.stores.StoresSettings;
import com.weelo.dispatch.suite.SuitePorts;
import com.weelo.dispatch.suite.SuiteService;
import com.weelo.dispatch.suite.SuiteSettings;
import com.weelo.dispatch.suite.SuiteStores;
import com.weelo.dispatch.suite.client.DevelopmentTokens;
import com.weelo.dispatch.suite.client.DispatchClient;
import com.weelo.dispatch.suite.verify.Verification;
import com.weelo.dispatch.suite.verify.VerifySettings;
import com.weelo.dispatch.testing.KafkaProbe;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * The suite, up on ports of its own: the stores belong to this process, the services have theirs,
 * so that each can be killed. Logs are under {@code target/suite}, data is in memory where it can
 * be.
 */
final class RunningSuite implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(RunningSuite.class);

  /** What the services print and log. */
  static final Path LOGS = Path.of("target", "suite");

  /** Always the same for one checkout, so that a run finds what a killed one left. */
  private static final Path DIRECTORY =
      StoresSettings.temporaryRoot()
          .resolve("dispatch-system-tests-%x".formatted(LOGS.toAbsolutePath().hashCode()));

  private static final int CONNECTIONS = 32;

  private final SuiteSettings settings;
  private final int portOffset;
  private final SuiteStores stores;
  private final AllServices services;
  private final SpanCollector spans;
  private final DispatchClient client;
  private final DevelopmentTokens tokens;
  private final HttpClient http = HttpClient.newHttpClient();
  private final AtomicInteger cities = new AtomicInteger();
  private final AtomicInteger dead = new AtomicInteger();

  private RunningSuite(
      SuiteSettings settings,
      int portOffset,
      SuiteStores stores,
      AllServices services,
      SpanCollector spans) {
    this.settings = settings;
    this.portOffset = portOffset;
    this.stores = stores;
    this.services = services;
    this.spans = spans;
    this.client = new DispatchClient(settings.ports(), CONNECTIONS);
    this.tokens =
        new DevelopmentTokens(settings.jwtSecret(), Clock.systemUTC(), Duration.ofHours(1));
  }

  static RunningSuite start() {
    forgetEarlierRuns();
    var offset = FreePorts.offset();
    var settings =
        new SuiteSettings(
            DIRECTORY,
            SuitePorts.standard().shiftedBy(offset),
            false,
            DevelopmentTokens.DEFAULT_SECRET,
            List.of());
    var stores = SuiteStores.start(settings);
    var spans = SpanCollector.open();
    var services = new AllServices(settings, offset, spans);
    try {
      services.start();
      return new RunningSuite(settings, offset, stores, services, spans);
    } catch (RuntimeException e) {
      services.kill();
      stores.close();
      spans.close();
      throw e;
    }
  }

  /** Else what is logged now could not be told from what was. */
  private static void forgetEarlierRuns() {
    try {
      FileSystemUtils.deleteRecursively(LOGS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The folders of all that services and stores have logged since the start. */
  List<Path> logs() {
    return List.of(LOGS, settings.directory().resolve("stores").resolve("logs"));
  }

  /** A place far from where any other test is. */
  City city() {
    return new City(this, cities.getAndIncrement());
  }

  EmbeddedStores stores() {
    return stores.stores();
  }

  AllServices services() {
    return services;
  }

  /** What the services traced, of whatever was sampled by its caller. */
  SpanCollector spans() {
    return spans;
  }

  DispatchClient client() {
    return client;
  }

  DevelopmentTokens tokens() {
    return tokens;
  }

  HttpClient http() {
    return http;
  }

  /** Where clients find a service: for REST with {@code /api/v1}. */
  URI url(SuiteService service) {
    return URI.create(service.url(settings.ports()));
  }

  SuitePorts ports() {
    return settings.ports();
  }

  /** Runs a command of the command line, as {@code ./dispatch} does, on this suite. */
  Command command(String... words) {
    return Command.run(settings, portOffset, words);
  }

  /** Where the audit's seals are written down. */
  Path auditSeals() {
    return settings.auditSeals();
  }

  /** Sees what is written to the topics from now on. */
  KafkaProbe probe(String... topics) {
    return KafkaProbe.fromNow(stores(), topics);
  }

  /** Somebody has put records on topics that so many dead letters come of. */
  void expectDead(int letters) {
    dead.addAndGet(letters);
  }

  /**
   * Checks all that must always hold.
   *
   * @param journal of the bookings answered with success, if somebody kept one
   * @return what does not hold, one line each
   */
  List<String> violations(@Nullable Path journal) {
    var violations = new ArrayList<String>();
    new Verification(
            new VerifySettings(
                settings, journal, dead.get(), services.wereKilled(), SystemTest.PATIENCE),
            Clock.systemUTC())
        .run(result -> {
          log.info("{}: {}", result.name(), result.finding().figures());
          result
              .finding()
              .broken()
              .forEach(broken -> violations.add(result.name() + ": " + broken));
        });
    return violations;
  }

  @Override
  public void close() {
    client.close();
    http.shutdownNow();
    services.close();
    stores.close();
    spans.close();
  }
}
