package com.weelo.dispatch.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;

import com.weelo.dispatch.suite.SuiteService;
import com.weelo.dispatch.suite.client.RestCall;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Every service is replaced while it is used, and none of those who use it notices: no call fails,
 * no frame is missed, no push comes twice, nothing is lost or done twice.
 *
 * <p>On request, for it starts fourteen JVMs: under so many bookings a second a new instance of
 * each service takes the place of the old one. With two instances of each all the time, both of
 * which are replaced, one after the other:
 *
 * <pre>
 * -Ddispatch.test.rolling-bookings=5 -Ddispatch.test.rolling-instances=2 -Ddispatch.test.drain=5s
 * </pre>
 */
@EnabledIfSystemProperty(named = RollingRestartIT.RATE, matches = "\\d+")
@SystemTest
class RollingRestartIT {

  private static final Logger log = LoggerFactory.getLogger(RollingRestartIT.class);

  private static final Path JOURNAL = Path.of("target", "rolling-journal.ndjson");

  static final String RATE = "dispatch.test.rolling-bookings";

  private final int instances = Integer.getInteger("dispatch.test.rolling-instances", 1);
  private final int bookingsPerSecond = Integer.getInteger(RATE, 2);

  private final RunningSuite suite;

  RollingRestartIT(RunningSuite suite) {
    this.suite = suite;
  }

  @Test
  void nobodyNoticesThatEveryServiceIsReplacedUnderLoad() throws Exception {
    var traffic = trafficWhileEveryServiceIsReplaced();
    log.info("While every service was replaced: {}", traffic);

    // Each by itself: whether anything was lost matters all the more when calls have failed.
    assertAll(
        () -> assertThat(suite.violations(JOURNAL)).isEmpty(),
        () -> assertThat(pushesThatCameTwice(traffic)).isEmpty(),
        () -> assertThat(traffic.captains()).allMatch(captain -> captain.timesSentAway() > 0),
        () -> assertThat(traffic.failures()).isEmpty());
  }

  private RollingTraffic trafficWhileEveryServiceIsReplaced() throws Exception {
    try (var services = BalancedInstances.start(suite, instances);
        var traffic =
            RollingTraffic.begin(suite, services.entrances(), bookingsPerSecond, JOURNAL)) {
      traffic.awaitWarm();
      log.info("Warm: {}", traffic);
      for (var service : SuiteService.values()) {
        services.replace(service);
        traffic.awaitAcceptances(bookingsPerSecond);
      }
      return traffic;
    }
  }

  /** With the times at which they came. In any case: nobody was killed here. */
  private List<Map.Entry<String, List<String>>> pushesThatCameTwice(RollingTraffic traffic) {
    var ids =
        traffic.captains().stream()
            .map(captain -> captain.captain().device())
            .collect(Collectors.toSet());
    var pushes = new HashMap<String, List<String>>();
    var messages = Answer.to(suite.client().fcmControl().send(RestCall.get("/messages")), 200);
    for (var message : messages.json().path("messages")) {
      var token = message.path("message").path("token").asString("");
      if (ids.contains(token)) {
        var notification = message.path("message").path("data").path("notificationId").asString("");
        pushes
            .computeIfAbsent(token + " " + notification, push -> new ArrayList<>())
            .add(message.path("receivedAt").asString());
      }
    }
    assertThat(pushes).hasSizeGreaterThanOrEqualTo(traffic.winners().size());
    return pushes.entrySet().stream().filter(push -> push.getValue().size() > 1).toList();
  }
}
