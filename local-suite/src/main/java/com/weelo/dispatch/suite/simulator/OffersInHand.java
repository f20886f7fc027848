package com.weelo.dispatch.suite.simulator;

import com.weelo.dispatch.suite.client.Frame;
import com.weelo.dispatch.suite.client.RestCall;
import com.weelo.dispatch.suite.client.RestReply;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ScheduledFuture;
import java.util.function.BiConsumer;

/** The offers on one captain's screen, and the captain's answers to them. */
final class OffersInHand {

  private static final Duration TRY_AGAIN = Duration.ofMillis(300);
  private static final int MOST_TRIES = 20;

  private static final Set<String> TOO_LATE =
      Set.of("ALREADY_TAKEN", "BOOKING_EXPIRED", "BOOKING_CANCELLED");

  private final World world;
  private final String token;
  private final OfferPolicy policy;
  private final BiConsumer<String, Duration> won;
  private final Map<String, ScheduledFuture<?>> thinking = new HashMap<>();

  /** Whether one is accepted and not lost: whoever has one truck goes for one job at a time. */
  private boolean isTaken;

  /**
   * @param won told of each booking won, with how long its trip takes
   */
  OffersInHand(World world, String captainId, String token, BiConsumer<String, Duration> won) {
    this.world = world;
    this.token = token;
    this.policy = new OfferPolicy(world.settings().seed(), captainId);
    this.won = won;
  }

  /** Thinks about a new offer for a while, then answers it unless it is gone by then. */
  void consider(Frame frame) {
    var bookingId = arrived(frame);
    var decision = policy.decide();
    thinking.put(
        bookingId,
        world
            .client()
            .runAfter(
                decision.thinking(),
                () -> {
                  thinking.remove(bookingId);
                  switch (decision.answer()) {
                    case ACCEPT -> goFor(bookingId, frame.receivedAt());
                    case DECLINE -> decline(bookingId);
                    case IGNORE -> {
                      // Looked at and left lying.
                    }
                  }
                }));
  }

  /** No time for this one. */
  void decline(Frame frame) {
    decline(arrived(frame));
  }

  private String arrived(Frame frame) {
    var bookingId = frame.text("bookingId");
    world.measured().add(Count.OFFERS);
    if (frame.data().path("wave").asInt() == 1) {
      world.rides().offered(bookingId, frame.receivedAt());
    }
    return bookingId;
  }

  /** The offer is taken, cancelled or expired. */
  void drop(String bookingId) {
    world.measured().add(Count.WITHDRAWALS);
    var pending = thinking.remove(bookingId);
    if (pending != null) {
      pending.cancel(false);
    }
  }

  private void goFor(String bookingId, long offeredAt) {
    if (isTaken) {
      decline(bookingId);
    } else {
      isTaken = true;
      accept(bookingId, offeredAt, 1);
    }
  }

  /** Free for the next job. */
  void isBack() {
    isTaken = false;
  }

  private void accept(String bookingId, long offeredAt, int attempt) {
    world
        .client()
        .booking()
        .send(RestCall.post("/api/v1/bookings/" + bookingId + "/accept", Map.of()).by(token))
        .whenComplete((reply, lost) -> {
          if (lost == null && reply.status() < 500) {
            accepted(bookingId, offeredAt, reply);
          } else if (attempt < MOST_TRIES) {
            world.client().runAfter(TRY_AGAIN, () -> accept(bookingId, offeredAt, attempt + 1));
          } else {
            isTaken = false;
            world.measured().add(Count.ACCEPT_FAILURES);
          }
        });
  }

  private void accepted(String bookingId, long offeredAt, RestReply reply) {
    world.measured().add(Timing.POST_ACCEPT, reply.nanos());
    if (reply.isSuccess()) {
      world.measured().add(Count.WON);
      world.measured().add(Timing.OFFER_TO_ACCEPT, reply.receivedAt() - offeredAt);
      world.rides().accepted(bookingId, reply.sentAt());
      won.accept(bookingId, world.rides().duration(bookingId));
      return;
    }
    isTaken = false;
    if (TOO_LATE.contains(reply.problemCode())) {
      world.measured().add(Count.LOST_RACES);
    } else {
      world.measured().add(Count.ACCEPT_FAILURES);
    }
  }

  /** Nobody waits for the answer: an offer that was not declined runs out by itself. */
  private void decline(String bookingId) {
    var unused =
        world
            .client()
            .booking()
            .send(RestCall.post("/api/v1/bookings/" + bookingId + "/decline", Map.of()).by(token));
  }
}
