package com.weelo.dispatch.broadcast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.weelo.dispatch.broadcast.server.NettyServer;
import com.weelo.dispatch.broadcast.streams.UserStreams;
import com.weelo.dispatch.events.UserId;
import com.weelo.dispatch.testing.Tokens;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

@BroadcastTest
class SlowClientIT {

  private static final int FRAME_BYTES = 50_000; // few of them are more than the network holds

  private final NettyServer server;
  private final UserStreams streams;
  private final MeterRegistry meters;
  private final String captain = People.aCaptain();
  private final String token = Tokens.transporter(captain);

  SlowClientIT(NettyServer server, UserStreams streams, MeterRegistry meters) {
    this.server = server;
    this.streams = streams;
    this.meters = meters;
  }

  @Test
  void who_does_not_read_is_closed_and_recovers() {
    var closedBefore = count("dispatch.broadcast.closed", "code", "4408");
    String epoch;
    List<Long> got;
    long told;
    try (var client = Client.connect(server.port(), token).welcomed()) {
      epoch = client.welcome().get("epoch").stringValue();
      client.stopReading();
      told = tellUntilItIsTooMuch();
      await().until(() -> count("dispatch.broadcast.closed", "code", "4408") > closedBefore);

      client.readOn();
      assertThat(client.closeCode()).isEqualTo(4408);
      got = client.offsets();
      assertThat(got).containsExactlyElementsOf(offsets(0, got.getLast()));
    }
    try (var again = Client.resume(server.port(), token, epoch, got.getLast())) {
      again.awaitFrames("booking_updated", (int) (told - got.getLast()));

      assertThat(again.welcome().get("recovered").booleanValue()).isTrue();
      assertThat(again.offsets()).containsExactlyElementsOf(offsets(got.getLast(), told));
    }
  }

  @Test
  void who_pauses_for_a_moment_misses_nothing() {
    try (var client = Client.connect(server.port(), token).welcomed()) {
      client.stopReading();
      var told = tellUntilItIsTooMuch();
      client.readOn();

      client.awaitFrames("booking_updated", (int) told);
      assertThat(client.offsets()).containsExactlyElementsOf(offsets(0, told));
      assertThat(client.isOpen()).isTrue();
    }
  }

  /** Returns how many frames that took, and some more that the client is not sent. */
  private long tellUntilItIsTooMuch() {
    var behindBefore = count("dispatch.broadcast.behind");
    var told = 0;
    while (count("dispatch.broadcast.behind") == behindBefore) {
      tell();
      told++;
    }
    for (var i = 0; i < 20; i++) {
      tell();
    }
    return told + 20;
  }

  private void tell() {
    streams
        .append(new UserId(captain), Frames.ofSize(FRAME_BYTES), null)
        .toCompletableFuture()
        .join();
  }

  private double count(String name, String... tags) {
    return meters.counter(name, tags).count();
  }

  private static List<Long> offsets(long from, long to) {
    return LongStream.rangeClosed(from, to).boxed().toList();
  }
}
