package com.weelo.dispatch.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.weelo.dispatch.events.EventIds;
import com.weelo.dispatch.platform.LoggedLines;
import com.weelo.dispatch.testing.StoresTest;
import com.weelo.dispatch.testing.Tokens;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@StoresTest(
    database = "web",
    classes = WebTestApplication.class,
    properties = {
      "spring.application.name=web-test",
      "spring.flyway.locations=classpath:db/platform",
      "dispatch.outbox.enabled=false",
      "dispatch.web.max-body=10KB",
      "dispatch.web.rate-limit.burst=20",
      "dispatch.web.rate-limit.per-period=1",
      "dispatch.web.rate-limit.period=60s",
      "dispatch.web.rate-limit.exempt=/crates/2"
    })
class WebIT {

  private static final String CRATE = "{\"name\": \"a crate\", \"latitude\": 12.9}";

  private final HttpClient http = HttpClient.newHttpClient();
  private final JsonMapper json = new JsonMapper();

  @LocalServerPort int port;
  @Autowired JdbcTemplate jdbc;

  @Test
  void a_good_request_is_served_and_told_its_correlation() throws Exception {
    var answer = post(Tokens.customer(somebody()), CRATE, "X-Correlation-Id", "my-own-id");

    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(answer.headers().firstValue("X-Correlation-Id")).contains("my-own-id");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"name": ""                          | MALFORMED_REQUEST |
          {"name": "a", "latitude": NaN}       | MALFORMED_REQUEST |
          [1]                                  | MALFORMED_REQUEST |
          {"name": "", "latitude": 12}         | VALIDATION_FAILED | name
          {"name": "a", "latitude": 91}        | VALIDATION_FAILED | latitude
          {"name": "a", "latitude": "north"}   | VALIDATION_FAILED | latitude
          {"name": "a", "latitude": null}      | VALIDATION_FAILED | latitude
          {"name": "a", "latitude": 1, "type": {}} | VALIDATION_FAILED | type
          """)
  void a_bad_body_is_told_what_is_wrong(String body, String code, String field) throws Exception {
    var answer = post(Tokens.customer(somebody()), body);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/problem+json");
    assertThat(problem(answer).get("code").stringValue()).isEqualTo(code);
    if (field != null) {
      assertThat(problem(answer).at("/errors/0/field").stringValue()).isEqualTo(field);
    }
  }

  @Test
  void a_character_that_can_not_be_kept_is_refused_not_stumbled_over() throws Exception {
    var answer = post(Tokens.customer(somebody()), "{\"name\": \"a\\u0000b\", \"latitude\": 1}");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(problem(answer).get("code").stringValue()).isEqualTo("MALFORMED_REQUEST");
  }

  @Test
  void unknown_fields_are_ignored() throws Exception {
    var answer =
        post(
            Tokens.customer(somebody()), "{\"name\": \"a\", \"latitude\": 1, \"colour\": \"red\"}");

    assertThat(answer.statusCode()).isEqualTo(201);
  }

  static Stream<String> badTokens() {
    return Stream.of(
        "",
        "no-jwt",
        Tokens.expired("customer", "c"),
        Tokens.forged("customer", "c"),
        Tokens.algNone("customer", "c"),
        Tokens.withoutExpiry("customer", "c"));
  }

  @ParameterizedTest
  @MethodSource("badTokens")
  void a_call_without_a_valid_token_is_refused(String token) throws Exception {
    var answer = post(token, CRATE);

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(problem(answer).get("code").stringValue()).isEqualTo("UNAUTHENTICATED");
    assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
  }

  @Test
  void a_call_of_the_wrong_role_is_refused() throws Exception {
    var answer = post(Tokens.transporter(somebody()), CRATE);

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(problem(answer).get("code").stringValue()).isEqualTo("FORBIDDEN");
  }

  @Test
  void a_failure_inside_tells_nothing_of_the_inside() throws Exception {
    var answer = get("/crates/13", Tokens.customer(somebody()));

    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(problem(answer).get("code").stringValue()).isEqualTo("INTERNAL_ERROR");
    assertThat(answer.body()).doesNotContain("secret").doesNotContain("Exception");
  }

  @Test
  void what_is_logged_of_a_request_names_its_correlation() throws Exception {
    var mine = somebody();
    try (var log = LoggedLines.of(ProblemAdvice.class.getName())) {
      send(request("/crates/13", Tokens.customer(somebody())).header("X-Correlation-Id", mine));

      assertThat(log.containing("A request failed"))
          .extracting(line -> line.getMDCPropertyMap().get("correlationId"))
          .containsExactly(mine);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/crates/1,404,NOT_FOUND",
    "/nothing,404,NOT_FOUND",
    "/crates/x,400,VALIDATION_FAILED"
  })
  void what_is_not_there_is_told_so(String path, int status, String code) throws Exception {
    var answer = get(path, Tokens.customer(somebody()));

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(problem(answer).get("code").stringValue()).isEqualTo(code);
  }

  @Test
  void a_path_that_can_be_none_is_a_problem_too() throws Exception {
    var answer = get("/crates//x", Tokens.customer(somebody()));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(problem(answer).get("code").stringValue()).isEqualTo("MALFORMED_REQUEST");
    assertThat(answer.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
  }

  @Test
  void a_body_that_is_too_large_is_refused_whether_it_announces_its_length_or_not()
      throws Exception {
    var body = "{\"name\": \"%s\", \"latitude\": 1}".formatted("x".repeat(20_000));
    var token = Tokens.customer(somebody());

    var announced = post(token, body);
    var chunked =
        send(
            request("/crates", token)
                .header("Content-Type", "application/json")
                .POST(
                    BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body.getBytes()))));

    for (var answer : new HttpResponse<?>[] {announced, chunked}) {
      assertThat(answer.statusCode()).isEqualTo(413);
      assertThat(String.valueOf(answer.body())).contains("PAYLOAD_TOO_LARGE");
      assertThat(answer.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
      assertThat(answer.headers().allValues("X-Frame-Options")).containsExactly("DENY");
      assertThat(answer.headers().allValues("Content-Security-Policy")).hasSize(1);
      assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
    }
  }

  @Test
  void the_same_key_and_body_are_given_the_first_answer_and_create_nothing() throws Exception {
    var customer = somebody();
    var first = post(Tokens.customer(customer), CRATE, "Idempotency-Key", "k");
    var again = post(Tokens.customer(customer), CRATE, "Idempotency-Key", "k");

    assertThat(again.statusCode()).isEqualTo(201);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(first.headers().firstValue("Idempotency-Replayed")).isEmpty();
    assertThat(again.headers().firstValue("Idempotency-Replayed")).contains("true");
    assertThat(cratesOf(customer)).isEqualTo(1);
  }

  @Test
  void the_same_key_with_another_body_is_refused() throws Exception {
    var token = Tokens.customer(somebody());
    post(token, CRATE, "Idempotency-Key", "k");
    var other = post(token, CRATE.replace("a crate", "b"), "Idempotency-Key", "k");

    assertThat(other.statusCode()).isEqualTo(422);
    assertThat(problem(other).get("code").stringValue()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
  }

  @Test
  void the_same_key_of_another_customer_is_another_key() throws Exception {
    var mine = post(Tokens.customer(somebody()), CRATE, "Idempotency-Key", "k");
    var theirs = post(Tokens.customer(somebody()), CRATE, "Idempotency-Key", "k");

    assertThat(theirs.body()).isNotEqualTo(mine.body());
  }

  @Test
  void concurrent_twins_create_one() {
    var customer = somebody();
    var token = Tokens.customer(customer);
    var twins =
        IntStream.range(0, 8)
            .mapToObj(i ->
                http.sendAsync(
                    crate(token, CRATE, "Idempotency-Key", "twins"), BodyHandlers.ofString()))
            .toList();

    var answers = twins.stream().map(CompletableFuture::join).map(HttpResponse::body).distinct();
    assertThat(answers).hasSize(1);
    assertThat(cratesOf(customer)).isEqualTo(1);
  }

  @Test
  void an_effect_that_fails_takes_its_key_back_with_it() throws Exception {
    var customer = somebody();
    var token = Tokens.customer(customer);
    var unlucky = CRATE.replace("a crate", "unlucky");

    assertThat(post(token, unlucky, "Idempotency-Key", "k").statusCode()).isEqualTo(409);
    assertThat(cratesOf(customer)).isZero();
    assertThat(post(token, CRATE, "Idempotency-Key", "k").statusCode()).isEqualTo(201);
  }

  @Test
  void a_caller_who_calls_too_often_is_told_to_wait() throws Exception {
    var token = Tokens.customer(somebody());
    for (var i = 0; i < 20; i++) {
      assertThat(get("/crates/1", token).statusCode()).isEqualTo(404);
    }
    var limited = get("/crates/1", token);

    assertThat(limited.statusCode()).isEqualTo(429);
    assertThat(problem(limited).get("code").stringValue()).isEqualTo("RATE_LIMITED");
    assertThat(Integer.parseInt(limited.headers().firstValue("Retry-After").orElseThrow()))
        .isBetween(1, 60);
    assertThat(get("/crates/1", Tokens.customer(somebody())).statusCode()).isEqualTo(404);
    assertThat(get("/crates/2", token).statusCode()).isEqualTo(404);
  }

  @Test
  void health_and_metrics_are_open() throws Exception {
    for (var path :
        new String[] {
          "/actuator/health/liveness", "/actuator/health/readiness", "/actuator/health"
        }) {
      assertThat(send(request(path, "")).statusCode()).isEqualTo(200);
    }
  }

  private static String somebody() {
    return EventIds.next().toString();
  }

  private int cratesOf(String customer) {
    return jdbc.query("SELECT 1 FROM crates WHERE owner = ?", (row, i) -> row.getInt(1), customer)
        .size();
  }

  private JsonNode problem(HttpResponse<String> answer) {
    return json.readTree(answer.body());
  }

  private HttpResponse<String> post(String token, String body, String... headers) throws Exception {
    return http.send(crate(token, body, headers), BodyHandlers.ofString());
  }

  private HttpRequest crate(String token, String body, String... headers) {
    var request =
        request("/crates", token)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body));
    return (headers.length > 0 ? request.headers(headers) : request).build();
  }

  private HttpResponse<String> get(String path, String token) throws Exception {
    return send(request(path, token));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return http.send(request.build(), BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path, String token) {
    var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
  }
}
