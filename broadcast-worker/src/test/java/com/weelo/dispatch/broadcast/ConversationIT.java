package com.weelo.dispatch.broadcast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.weelo.dispatch.broadcast.server.NettyServer;
import com.weelo.dispatch.testing.Tokens;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client says, and what it is answered. */
@BroadcastTest
class ConversationIT {

  private static final int BAD_FRAME = 4400;

  private final Client client;

  ConversationIT(NettyServer server) {
    client = Client.connect(server.port(), Tokens.ownerDriver(People.aCaptain())).welcomed();
  }

  @AfterEach
  void close() {
    client.close();
  }

  @Test
  void a_ping_is_answered_with_a_pong() {
    client.send("{'type':'ping'}").awaitFrame("pong");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nonsense", "[]", "1", "{}", "{'type':7}", "{'type':'ping'} x"})
  void what_is_no_frame_is_refused_and_the_connection_closed(String text) {
    client.send(text);

    assertThat(client.awaitFrame("error").get("code").stringValue()).isEqualTo("MALFORMED_REQUEST");
    assertThat(client.closeCode()).isEqualTo(BAD_FRAME);
  }

  @Test
  void nan_is_no_json() {
    client.send("{'type':'location','latitude':NaN,'longitude':77.59}");

    assertThat(client.closeCode()).isEqualTo(BAD_FRAME);
  }

  @Test
  void binary_frames_are_refused() {
    client.sendBinary(new byte[] {1, 2, 3});

    assertThat(client.closeCode()).isEqualTo(BAD_FRAME);
  }

  @Test
  void a_message_over_64_kb_is_refused() {
    client.send("{'type':'ping','much':'" + "x".repeat(64 * 1024) + "'}");

    assertThat(client.closeCode()).isEqualTo(BAD_FRAME);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'type':'dance'} | UNKNOWN_TYPE",
        "{'type':'subscribe'} | VALIDATION_FAILED",
        "{'type':'subscribe','room':7} | VALIDATION_FAILED",
        "{'type':'subscribe','room':'kitchen'} | VALIDATION_FAILED",
        "{'type':'location','longitude':77.59} | VALIDATION_FAILED",
        "{'type':'location','latitude':91,'longitude':77.59} | VALIDATION_FAILED",
        "{'type':'location','latitude':'north','longitude':77.59} | VALIDATION_FAILED",
        "{'type':'location','latitude':0,'longitude':0} | VALIDATION_FAILED",
        "{'type':'refresh'} | VALIDATION_FAILED"
      },
      quoteCharacter = '`')
  void what_can_not_be_done_is_refused_and_the_connection_goes_on(String frame, String code) {
    client.send(frame);

    assertThat(client.awaitFrame("error").get("code").stringValue()).isEqualTo(code);
    client.send("{'type':'ping'}").awaitFrame("pong");
  }

  @Test
  void who_talks_too_much_is_not_listened_to() {
    await()
        .until(() -> {
          IntStream.range(0, 50).forEach(i -> client.send("{'type':'ping'}"));
          return !client.received("error").isEmpty();
        });

    assertThat(client.awaitFrame("error").get("code").stringValue()).isEqualTo("RATE_LIMITED");
    assertThat(client.isOpen()).isTrue();
  }
}
