package com.weelo.dispatch.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.weelo.dispatch.events.EventHeaders;
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
  void aBookingAndThePushOfItsOfferAreOneTrace() {
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
    }
  }

  private static void isOfTheTrace(String traceparent) {
    assertThat(traceparent).startsWith("00-" + TRACE + "-").endsWith("-01");
  }
}
