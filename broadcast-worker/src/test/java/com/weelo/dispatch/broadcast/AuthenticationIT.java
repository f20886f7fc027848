package com.weelo.dispatch.broadcast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.weelo.dispatch.broadcast.server.NettyServer;
import com.weelo.dispatch.testing.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@BroadcastTest
class AuthenticationIT {

  private static final int UNAUTHENTICATED = 4401;

  /** Still longer than a slow machine takes to open a connection. */
  private static final Duration SHORT = Duration.ofSeconds(10);

  private final NettyServer server;

  AuthenticationIT(NettyServer server) {
    this.server = server;
  }

  @Test
  void a_token_in_the_header_is_welcome() {
    try (var client = Client.connect(server.port(), Tokens.transporter(People.aCaptain()))) {
      assertThat(client.welcome().get("connectionId").stringValue()).isNotBlank();
    }
  }

  @Test
  void a_token_in_the_query_is_welcome() {
    var query = "?access_token=" + Tokens.transporter(People.aCaptain());
    try (var client = Client.connectByQuery(server.port(), query)) {
      client.welcomed();
    }
  }

  @Test
  void a_token_as_sub_protocol_is_welcome_and_the_sub_protocol_is_bearer() {
    var token = Tokens.transporter(People.aCaptain());
    try (var client = Client.connectBySubProtocol(server.port(), token).welcomed()) {
      assertThat(client.subProtocol()).isEqualTo("bearer");
    }
  }

  @Test
  void who_brings_no_token_is_told_so_and_nothing_else() {
    try (var client = Client.connectByQuery(server.port(), "")) {
      assertThat(client.closeCode()).isEqualTo(UNAUTHENTICATED);
      assertThat(client.received()).isEmpty();
    }
  }

  static Stream<Arguments> badTokens() {
    return Stream.of(
        Arguments.of("expired", Tokens.expired("transporter", "t")),
        Arguments.of("forged", Tokens.forged("transporter", "t")),
        Arguments.of("not signed", Tokens.algNone("transporter", "t")),
        Arguments.of("endless", Tokens.withoutExpiry("transporter", "t")),
        Arguments.of("of no known role", Tokens.forged("king", "t")),
        Arguments.of("no token at all", "abc"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badTokens")
  void a_bad_token_is_refused(String how, String token) {
    try (var client = Client.connect(server.port(), token)) {
      assertThat(client.closeCode()).isEqualTo(UNAUTHENTICATED);
      assertThat(client.received()).isEmpty();
    }
  }

  @Test
  void a_connection_ends_with_its_token() {
    var token = Tokens.lasting(SHORT, "transporter", People.aCaptain());
    try (var client = Client.connect(server.port(), token).welcomed()) {
      assertThat(client.closeCode()).isEqualTo(UNAUTHENTICATED);
    }
  }

  @Test
  void a_connection_lives_on_with_a_newer_token() {
    var captain = People.aCaptain();
    var token = Tokens.lasting(SHORT, "transporter", captain);
    var over = Instant.now().plus(SHORT).plusSeconds(1);
    try (var client = Client.connect(server.port(), token).welcomed()) {
      client.send("{'type':'refresh','token':'%s'}".formatted(Tokens.transporter(captain)));

      await().until(() -> Instant.now().isAfter(over));
      client.send("{'type':'ping'}").awaitFrame("pong");
      assertThat(client.isOpen()).isTrue();
    }
  }

  @Test
  void a_connection_can_not_be_handed_to_another_user() {
    try (var client = Client.connect(server.port(), Tokens.transporter(People.aCaptain()))) {
      client.welcomed();
      client.send(
          "{'type':'refresh','token':'%s'}".formatted(Tokens.transporter(People.aCaptain())));

      assertThat(client.closeCode()).isEqualTo(4403);
    }
  }

  @Test
  void a_bad_newer_token_is_refused_and_the_old_one_still_counts() {
    try (var client = Client.connect(server.port(), Tokens.transporter(People.aCaptain()))) {
      client.welcomed().send("{'type':'refresh','token':'abc'}");

      assertThat(client.awaitFrame("error").get("code").stringValue()).isEqualTo("UNAUTHENTICATED");
      client.send("{'type':'ping'}").awaitFrame("pong");
    }
  }
}
