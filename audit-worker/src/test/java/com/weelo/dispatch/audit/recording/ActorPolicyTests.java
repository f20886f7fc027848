package com.weelo.dispatch.audit.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActorPolicyTests {

  private static final Map<String, String> ALL =
      Map.of(
          "customerId", "asha",
          "transporterId", "kaveri",
          "driverId", "ravi",
          "actorId", "vikram",
          "userId", "meera");

  @ParameterizedTest
  @CsvSource({
    "booking.created, asha",
    "order.created, asha",
    "payment.completed, asha",
    "booking.accepted, kaveri",
    "truck.hold.reserved, kaveri",
    "assignment.created, kaveri",
    "assignment.updated, ravi",
    "audit.log, vikram",
    "analytics.event, meera",
    "booking.expired, some-service",
    "notification.fcm, some-service",
    "nobody.knows, some-service"
  })
  void who_made_it_happen(String type, String actor) {
    assertThat(ActorPolicy.actorOf(type, ALL, "some-service")).isEqualTo(actor);
  }

  @ParameterizedTest
  @CsvSource({"customer, asha", "transporter, kaveri", "ops, ops", "system, some-service"})
  void who_cancelled(String by, String actor) {
    var data = Map.of("customerId", "asha", "transporterId", "kaveri", "cancelledBy", by);

    assertThat(ActorPolicy.actorOf("booking.cancelled", data, "some-service")).isEqualTo(actor);
  }

  @Test
  void nobody_where_nothing_is_said() {
    assertThat(ActorPolicy.actorOf(null, Map.of(), null)).isNull();
  }
}
