package com.weelo.dispatch.broadcast.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * A cursor between a stream and its channel, where everything happens in an order drawn by lot:
 * publishing, delivery, loss of the subscription, reading in pages, slowness, and Redis forgetting
 * everything. Whatever the order, what the client gets within an epoch has no hole and nothing
 * twice, and in the end it has all.
 */
class CursorInterleavingTests {

  private static final int MOST_STEPS = 300;
  private static final int PAGE = 3;

  @Test
  void the_client_gets_every_frame_once_and_in_order() {
    LongStream.range(0, 3_000).forEach(this::theClientGetsEveryFrameOnceAndInOrder);
  }

  private void theClientGetsEveryFrameOnceAndInOrder(long seed) {
    var random = new Random(seed);
    var world = new World(random);
    for (var steps = random.nextInt(MOST_STEPS); steps > 0; steps--) {
      world.step();
    }
    world.settle();

    assertThat(world.received).as("at the end, seed %d", seed).endsWith(world.end());
    for (var i = 1; i < world.received.size(); i++) {
      var before = world.received.get(i - 1);
      var after = world.received.get(i);
      assertThat(after.equals(before.next()) || after.offset() == 0)
          .as("%s after %s, seed %d", after, before, seed)
          .isTrue();
    }
  }

  /** Received are positions: of frames, and of welcomes that start something new. */
  private static final class World {

    private final Random random;
    private final Cursor cursor;
    private final Queue<Position> channel = new ArrayDeque<>();
    private final List<Position> received = new ArrayList<>();
    private int epoch;
    private long length;
    private boolean subscribed = true;
    private boolean keepsUp = true;
    private boolean wantsToRead = true;
    private boolean reading;
    private @Nullable Position readingFrom;
    private @Nullable Reading found;

    World(Random random) {
      this.random = random;
      this.cursor = new Cursor(random.nextBoolean() ? new Position("0", 0) : null);
    }

    Position end() {
      return new Position(Integer.toString(epoch), length);
    }

    void step() {
      switch (random.nextInt(20)) {
        case 0, 1, 2, 3 -> publish();
        case 4, 5, 6, 7 -> deliver();
        case 8, 9 -> beginReading();
        case 10, 11, 12 -> look();
        case 13, 14, 15 -> endReading();
        case 16 -> loseSubscription();
        case 17 -> subscribeAgain();
        case 18 -> changePace();
        default -> {
          if (random.nextInt(10) == 0) {
            forgetEverything();
          }
        }
      }
    }

    /** Nothing new happens, and what was under way comes to its end. */
    void settle() {
      if (!keepsUp) {
        changePace();
      }
      if (!subscribed) {
        subscribeAgain();
      }
      for (var i = 0; i < MOST_STEPS; i++) {
        deliver();
        beginReading();
        look();
        endReading();
      }
    }

    private void publish() {
      length++;
      if (subscribed) {
        channel.add(end());
      }
    }

    private void deliver() {
      var frame = channel.poll();
      if (frame == null) {
        return;
      }
      switch (cursor.hear(frame)) {
        case SEND -> received.add(frame);
        case READ -> wantsToRead = true;
        case IGNORE -> {}
      }
    }

    private void beginReading() {
      if (wantsToRead && keepsUp && !reading && cursor.beginReading()) {
        wantsToRead = false;
        reading = true;
        readingFrom = cursor.position();
      }
    }

    /** Redis answers, and the answer is on its way. */
    private void look() {
      if (!reading || found != null) {
        return;
      }
      var first = readingFrom == null ? 1 : readingFrom.offset() + 1;
      var last = Math.min(length, first + PAGE - 1);
      found =
          readingFrom != null && readingFrom.epoch().equals(end().epoch()) && first <= length
              ? new Reading(
                  end(),
                  first,
                  LongStream.rangeClosed(first, last).mapToObj(Long::toString).toList())
              : new Reading(end(), 0, List.of());
    }

    private void endReading() {
      if (found == null) {
        return;
      }
      var progress = cursor.endReading(found);
      if (progress.welcome() != null) {
        received.add(progress.welcome().position());
      }
      var readIn = found.end().epoch();
      progress.frames().forEach(text -> received.add(new Position(readIn, Long.parseLong(text))));
      wantsToRead |= progress.readOn();
      reading = false;
      found = null;
    }

    private void loseSubscription() {
      subscribed = false;
      channel.clear();
    }

    private void subscribeAgain() {
      subscribed = true;
      wantsToRead = true;
      if (reading) {
        cursor.beginReading(); // refused, but noted
      }
    }

    private void changePace() {
      keepsUp = !keepsUp;
      if (keepsUp) {
        wantsToRead = true;
      } else {
        cursor.fallBehind();
      }
    }

    private void forgetEverything() {
      loseSubscription();
      epoch++;
      length = 0;
    }
  }
}
