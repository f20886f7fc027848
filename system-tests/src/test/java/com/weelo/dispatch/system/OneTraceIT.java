package com.weelo.dispatch.system;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.weelo.dispatch.events.EventHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Whoever traces a customer's request sees what came of it in the other services, too. */
@SystemTest
class OneTraceIT {

  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

  private final RunningSuite suite;
  private final City city;

  OneTraceIT(RunningSuite suite) {
    this.suite = suite;
    this.city = suite.city();
  }

  @Test
  void aBookingAndTheFrameAndThePushOfItsOfferAreOneTrace() {
    var captain = city.withCaptains(1).around(city.market()).getFirst();
    var customer = city.customer();
    try (var kafka = suite.probe("booking.created", "notification.fcm")) {
      var request =
          customer
              .asking("a traced truck")
              .header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01");
      var booking =
          Answer.to(suite.client().booking().send(request), 201)
              .json()
              .path("bookingId")
              .asString();

      assertThat(kafka.awaitKey("booking.created", booking).headers())
          .hasEntrySatisfying(EventHeaders.TRACEPARENT, OneTraceIT::isOfTheTrace);
      assertThat(kafka.awaitKey("notification.fcm", captain.id()).headers())
          .hasEntrySatisfying(EventHeaders.TRACEPARENT, OneTraceIT::isOfTheTrace);
      await("the push")
          .atMost(SystemTest.PATIENCE)
          .untilAsserted(() -> assertThat(captain.pushes("offer", booking)).hasSize(1));
      captain.app().await("new_broadcast", booking);
    }
    awaitWay(
        "http post /api/v1/bookings",
        "broadcast-worker.events booking.created",
        "frame new_broadcast");
    awaitWay(
        "http post /api/v1/bookings",
        "notification-worker.policy booking.created",
        "notification-worker.fcm notification.fcm",
        "send fcm");
  }

  /** Every service sends its spans by itself, the first of a trace not always first. */
  private void awaitWay(String... names) {
    await("the spans up to " + names[names.length - 1])
        .atMost(SystemTest.PATIENCE)
        .untilAsserted(() -> assertThat(wayTo(names[names.length - 1])).containsExactly(names));
  }

  /** The spans that are known already, each set off by the one before. */
  private List<String> wayTo(String name) {
    var byId =
        suite.spans().ofTrace(TRACE).stream()
            .collect(toMap(SpanCollector.Span::id, Function.identity(), (one, again) -> one));
    var way = new ArrayList<String>();
    var last = byId.values().stream().filter(span -> span.name().equals(name)).findAny();
    for (var span = last; span.isPresent(); span = span.map(found -> byId.get(found.parent()))) {
      way.addFirst(span.get().name());
    }
    return way;
  }

  private static void isOfTheTrace(String traceparent) {
    assertThat(traceparent).startsWith("00-" + TRACE + "-").endsWith("-01");
  }
}
