package com.weelo.dispatch.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.weelo.dispatch.suite.SuiteService;
import com.weelo.dispatch.suite.client.Json;
import com.weelo.dispatch.suite.client.RestCall;
import com.weelo.dispatch.testing.Tokens;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;

/** Everything bad is refused in plain words, and harms nothing. */
@SystemTest
class BadInputIT {

  private final RunningSuite suite;

  BadInputIT(RunningSuite suite) {
    this.suite = suite;
  }

  static Stream<BadCall> badCalls() {
    return BadCalls.all();
  }

  @ParameterizedTest
  @MethodSource("badCalls")
  void isRefusedInPlainWords(BadCall call) throws Exception {
    var answer = call.sendTo(suite);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(call.status());
    assertThat(answer.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
    var problem = Json.tree(answer.body());
    assertThat(problem.path("code").asString()).isEqualTo(call.code());
    assertThat(problem.path("status").asInt()).isEqualTo(call.status());
    assertThat(answer.body()).doesNotContain("Exception", "com.weelo", "org.springframework");
    if (call.code().equals("VALIDATION_FAILED")) {
      assertThat(problem.path("errors"))
          .isNotEmpty()
          .allSatisfy(error -> assertThat(error.path("field").asString("")).isNotBlank());
    }
  }

  static Stream<String> badTokens() {
    return Stream.of(
        Tokens.expired("customer", "stranger"),
        Tokens.forged("customer", "stranger"),
        Tokens.algNone("customer", "stranger"),
        Tokens.withoutExpiry("customer", "stranger"),
        "open-sesame");
  }

  @ParameterizedTest
  @NullSource
  @MethodSource("badTokens")
  void noWebSocketIsOpenedForAStranger(@Nullable String token) {
    var app = AppSocket.open(suite.http(), suite.url(SuiteService.BROADCAST), token);

    assertThat(app.awaitCloseCode()).isEqualTo(4401);
    assertThat(app.events()).isEmpty();
  }

  @Test
  void aFrameThatIsNoneClosesTheSocketAndABadOneIsRefused() {
    var captain = Tokens.ownerDriver("talker");
    var app = AppSocket.open(suite.http(), suite.url(SuiteService.BROADCAST), captain);
    app.awaitWelcome();

    app.send("{\"type\": \"location\", \"latitude\": 91, \"longitude\": 77.5}");
    assertThat(app.awaitError()).isEqualTo("VALIDATION_FAILED");
    // Until all rooms are known, nobody can say whose they are.
    var refusal =
        await()
            .atMost(SystemTest.PATIENCE)
            .until(
                () -> {
                  app.send("{\"type\": \"subscribe\", \"room\": \"booking:somebody-elses\"}");
                  return app.awaitError();
                },
                code -> !code.equals("TEMPORARILY_UNAVAILABLE"));
    assertThat(refusal).isEqualTo("FORBIDDEN");
    app.send("{\"type\": ");
    assertThat(app.awaitCloseCode()).isEqualTo(4400);
  }

  @Test
  void anothersBookingLooksLikeNone() {
    var city = suite.city();
    var booking = city.customer().books();
    var nosy = city.customer();

    for (var path : new String[] {"", "/timeline", "/cancel"}) {
      var anothers = status(path, booking, nosy.token());
      var none = status(path, "no-such-booking", nosy.token());
      assertThat(anothers).as(path).isEqualTo("404 NOT_FOUND").isEqualTo(none);
    }
    var uninvited = suite.tokens().ownerDriver("uninvited");
    assertThat(status("/accept", booking, uninvited)).isEqualTo("403 NOT_OFFERED");
  }

  @Test
  void aKeyStandsForOneBookingOnly() {
    var customer = suite.city().customer();
    var first = Answer.to(customer.asks("once"), 201);
    var again = Answer.to(customer.asks("once"), 201);
    assertThat(again.json()).isEqualTo(first.json());

    var other = new HashMap<>(customer.request());
    other.put("goods", "a piano");
    var call = RestCall.post("/api/v1/bookings", other).by(customer.token()).once("once");
    var refused = Answer.to(suite.client().booking().send(call), 422);
    assertThat(refused.problemCode()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
  }

  private String status(String path, String booking, String token) {
    var address = "/api/v1/bookings/" + booking + path;
    var isRead = path.isEmpty() || path.equals("/timeline");
    var call =
        isRead ? RestCall.get(address) : RestCall.post(address, Map.of("reason", "none of mine"));
    var reply = Answer.to(suite.client().booking().send(call.by(token)));
    return reply.status() + " " + reply.problemCode();
  }
}
