package com.weelo.dispatch.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.weelo.dispatch.suite.SuiteService;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The client that we show to others does what it says. */
@SystemTest
class ClientExampleIT {

  private static final Path EXAMPLE = Path.of("../docs/api/examples/BookATruck.java");

  private final RunningSuite suite;

  ClientExampleIT(RunningSuite suite) {
    this.suite = suite;
  }

  @Test
  void aCustomerBooksACaptainTakesItAndTheCustomerIsTold() throws Exception {
    var captain = "captain-" + UUID.randomUUID();
    var market = suite.city().market();

    var printed =
        run(
            Map.of(
                "CUSTOMER_TOKEN", suite.tokens().customer("customer-" + UUID.randomUUID()),
                "CAPTAIN_TOKEN", suite.tokens().ownerDriver(captain),
                "BOOKINGS_URL", root(SuiteService.BOOKING),
                "POSITIONS_URL", root(SuiteService.LOCATION),
                "SOCKET_URL", root(SuiteService.BROADCAST).replace("http:", "ws:"),
                "LATITUDE", Double.toString(market.latitude()),
                "LONGITUDE", Double.toString(market.longitude())));

    assertThat(printed)
        .contains("The captain has it: accepted")
        .contains("The customer is told: accepted by " + captain);
  }

  private String root(SuiteService service) {
    var url = suite.url(service);
    return "http://" + url.getAuthority();
  }

  private static String run(Map<String, String> environment)
      throws IOException, InterruptedException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var builder = new ProcessBuilder(java, EXAMPLE.toString()).redirectErrorStream(true);
    builder.environment().putAll(environment);
    var process = builder.start();
    var printed = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor(SystemTest.PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(printed).isZero();
    return printed;
  }
}
