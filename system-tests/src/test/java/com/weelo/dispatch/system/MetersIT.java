package com.weelo.dispatch.system;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.weelo.dispatch.suite.SuiteService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What services tell of themselves, and whether it is what alerts and boards ask for. */
@SystemTest
class MetersIT {

  private static final Pattern SAMPLE = Pattern.compile("(?m)^([a-zA-Z_:][\\w:]*)[{ ]");
  private static final Pattern OURS = Pattern.compile("(?m)^# TYPE (dispatch_\\S+) ");
  private static final Pattern DESCRIBED = Pattern.compile("(?m)^# HELP (dispatch_\\S+) +\\S");

  /** Told only once it has happened. */
  private static final Set<String> ON_OCCASION = Set.of("dispatch_notification_alerts_total");

  private final RunningSuite suite;
  private final City city;

  MetersIT(RunningSuite suite) {
    this.suite = suite;
    this.city = suite.city();
  }

  @Test
  void whateverAlertsAndBoardsAskForIsServed() {
    var captain = city.withCaptains(1).around(city.market()).getFirst();
    new Ride(suite, captain, city.customer()).happens();

    await("all meters")
        .atMost(SystemTest.PATIENCE)
        .untilAsserted(() -> {
          var missing = Monitoring.metrics();
          missing.removeAll(ON_OCCASION);
          missing.removeAll(everywhere(SAMPLE));
          assertThat(missing).isEmpty();
        });
  }

  @Test
  void eachMeterOfOursIsDescribed() {
    var meters = everywhere(OURS);
    assertThat(meters).isNotEmpty();

    meters.removeAll(everywhere(DESCRIBED));

    assertThat(meters).isEmpty();
  }

  private SortedSet<String> everywhere(Pattern what) {
    return Stream.of(SuiteService.values())
        .map(this::meters)
        .flatMap(text -> what.matcher(text).results())
        .map(found -> found.group(1))
        .collect(toCollection(TreeSet::new));
  }

  private String meters(SuiteService service) {
    var where = "http://" + suite.url(service).getAuthority() + "/actuator/prometheus";
    var request = HttpRequest.newBuilder(URI.create(where)).build();
    try {
      var answer = suite.http().send(request, BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(200);
      return answer.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
