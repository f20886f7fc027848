package com.weelo.dispatch.broadcast;

import static org.assertj.core.api.Assertions.assertThat;

import com.weelo.dispatch.broadcast.server.NettyServer;
import com.weelo.dispatch.broadcast.streams.UserStreams;
import com.weelo.dispatch.events.UserId;
import com.weelo.dispatch.testing.TestStores;
import com.weelo.dispatch.testing.Tokens;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@BroadcastTest
class RecoveringIT {

  private final Kafka kafka = new Kafka(TestStores.get());
  private final NettyServer server;
  private final UserStreams streams;
  private final String captain = People.aCaptain();
  private final String token = Tokens.transporter(captain);

  RecoveringIT(NettyServer server, UserStreams streams) {
    this.server = server;
    this.streams = streams;
  }

  @AfterEach
  void close() {
    kafka.close();
  }

  @Test
  void who_comes_for_the_first_time_gets_nothing_old() {
    told(3);
    try (var client = Client.connect(server.port(), token).welcomed()) {
      told(1);
      client.awaitFrame("new_broadcast");

      assertThat(client.welcome().get("recovered").booleanValue()).isFalse();
      assertThat(client.offsets()).containsExactly(3L, 4L);
    }
  }

  @Test
  void who_comes_back_gets_everything_it_missed_in_order_and_then_what_is_new() {
    var epoch = told(20);
    try (var client = Client.resume(server.port(), token, epoch, 3)) {
      client.awaitFrames("new_broadcast", 17);
      told(1);
      client.awaitFrames("new_broadcast", 18);

      assertThat(client.welcome().get("recovered").booleanValue()).isTrue();
      assertThat(client.welcome().get("epoch").stringValue()).isEqualTo(epoch);
      assertThat(client.offsets()).containsExactlyElementsOf(offsets(3, 21));
    }
  }

  @Test
  void what_is_played_again_is_what_was_told() {
    try (var first = Client.connect(server.port(), token).welcomed()) {
      var epoch = told(2);
      first.awaitFrames("new_broadcast", 2);
      try (var again = Client.resume(server.port(), token, epoch, 0)) {
        again.awaitFrames("new_broadcast", 2);

        assertThat(again.received("new_broadcast")).isEqualTo(first.received("new_broadcast"));
      }
    }
  }

  @Test
  void who_missed_nothing_has_recovered() {
    var epoch = told(3);
    try (var client = Client.resume(server.port(), token, epoch, 3).welcomed()) {
      assertThat(client.welcome().get("recovered").booleanValue()).isTrue();
      assertThat(client.offsets()).containsExactly(3L);
    }
  }

  @Test
  void who_comes_back_too_late_gets_nothing_old() {
    var epoch = told(1);
    toldMoreThanIsKept();
    refused(Client.resume(server.port(), token, epoch, 1), 1_201);
  }

  @Test
  void who_comes_from_another_epoch_gets_nothing_old() {
    told(5);
    refused(Client.resume(server.port(), token, "another", 3), 5);
  }

  @Test
  void who_claims_to_be_ahead_gets_nothing_old() {
    var epoch = told(5);
    refused(Client.resume(server.port(), token, epoch, 6), 5);
  }

  @Test
  void who_says_nonsense_about_where_it_was_gets_nothing_old() {
    var epoch = told(5);
    refused(Client.connect(server.port(), token, "?offset=-1&epoch=" + epoch), 5);
    refused(Client.connect(server.port(), token, "?offset=99999999999999999999&epoch=e"), 5);
    refused(Client.connect(server.port(), token, "?offset=3"), 5);
  }

  private void refused(Client client, long current) {
    try (client) {
      client.welcomed();
      told(1);
      client.awaitFrame("new_broadcast");

      assertThat(client.welcome().get("recovered").booleanValue()).isFalse();
      assertThat(client.offsets().getFirst()).isGreaterThanOrEqualTo(current);
      assertThat(client.offsets()).hasSize(2).isSorted();
    }
  }

  /** Tells the captain of so many bookings and returns the epoch. */
  private String told(int bookings) {
    try (var witness = Client.connect(server.port(), token).welcomed()) {
      for (var i = 0; i < bookings; i++) {
        kafka.happened(ABooking.by(People.aCustomer()).offeredTo(captain));
      }
      witness.awaitFrames("new_broadcast", bookings);
      return witness.welcome().get("epoch").stringValue();
    }
  }

  /** A thousand frames are kept, and up to a hundred that Redis does not bother to drop. */
  private void toldMoreThanIsKept() {
    CompletableFuture.allOf(
            Stream.generate(() -> streams.append(new UserId(captain), Frames.small(), null))
                .limit(1_200)
                .map(CompletionStage::toCompletableFuture)
                .toArray(CompletableFuture<?>[]::new))
        .join();
  }

  private static Iterable<Long> offsets(long from, long to) {
    return LongStream.rangeClosed(from, to).boxed().toList();
  }
}
