package com.weelo.dispatch.broadcast;

import static org.assertj.core.api.Assertions.assertThat;

import com.weelo.dispatch.broadcast.server.NettyServer;
import com.weelo.dispatch.broadcast.streams.UserStreams;
import com.weelo.dispatch.events.UserId;
import com.weelo.dispatch.testing.Tokens;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/**
 * Users who are told something all the time, while their phones come and go at moments drawn by
 * lot. Each phone adds up what it got over all its connections: every offset, once, in order.
 */
@BroadcastTest
class InterleavingIT {

  private static final int USERS = 8;
  private static final int FRAMES = 600;

  private final NettyServer server;
  private final UserStreams streams;

  InterleavingIT(NettyServer server, UserStreams streams) {
    this.server = server;
    this.streams = streams;
  }

  @Test
  void a_phone_that_comes_and_goes_gets_every_frame_once_and_in_order() {
    var expected = LongStream.rangeClosed(1, FRAMES).boxed().toList();
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      var phones =
          IntStream.range(0, USERS)
              .mapToObj(seed -> {
                var user = People.aCaptain();
                var telling = CompletableFuture.runAsync(() -> tell(user), executor);
                return CompletableFuture.supplyAsync(
                    () -> comeAndGo(user, new Random(seed), telling), executor);
              })
              .toList();

      assertThat(phones).allSatisfy(phone -> assertThat(phone.join()).isEqualTo(expected));
    }
  }

  private void tell(String user) {
    for (var i = 0; i < FRAMES; i++) {
      streams.append(new UserId(user), Frames.small(), null).toCompletableFuture().join();
    }
  }

  private List<Long> comeAndGo(String user, Random random, CompletableFuture<Void> telling) {
    var got = new ArrayList<Long>();
    var token = Tokens.transporter(user);
    var epoch = epoch(token);
    while (got.size() < FRAMES) {
      try (var client = Client.resume(server.port(), token, epoch, got.size())) {
        // Goes after some frames, or with the last one.
        var enough = Math.min(FRAMES - got.size(), random.nextInt(60));
        Awaitility.await()
            .pollInterval(Duration.ofMillis(1))
            .until(() -> client.received("booking_updated").size() >= enough);
        var welcome = client.welcome();
        assertThat(welcome.get("recovered").booleanValue()).isTrue();
        assertThat(welcome.get("offset").longValue()).isEqualTo(got.size());
        client.received("booking_updated").forEach(f -> got.add(f.get("offset").longValue()));
      }
    }
    telling.join();
    return got;
  }

  private String epoch(String token) {
    try (var client = Client.connect(server.port(), token).welcomed()) {
      return client.welcome().get("epoch").stringValue();
    }
  }
}
