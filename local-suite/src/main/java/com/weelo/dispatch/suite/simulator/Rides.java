package com.weelo.dispatch.suite.simulator;

import com.weelo.dispatch.suite.client.RestReply;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the simulation itself knows of each booking. Offers may reach captains before the customer
 * has the answer that tells the booking's id, so both sides wait here for each other.
 */
final class Rides {

  private final Measurements measured;
  private final Map<String, Ride> rides = new HashMap<>();
  private final Map<String, List<Long>> earlyOffers = new HashMap<>();
  private final Map<String, Long> accepted = new HashMap<>();
  private final Map<String, Long> told = new HashMap<>();

  Rides(Measurements measured) {
    this.measured = measured;
  }

  /**
   * A booking that was made.
   *
   * @param askedAt when its request was sent
   * @param sentAt the same by {@link System#nanoTime()}
   * @param duration of the trip, scaled
   */
  record Ride(String bookingId, Instant askedAt, long sentAt, Duration duration) {}

  void booked(String bookingId, Instant askedAt, RestReply reply, Duration duration) {
    var ride = new Ride(bookingId, askedAt, reply.sentAt(), duration);
    rides.put(bookingId, ride);
    var early = earlyOffers.remove(bookingId);
    if (early != null) {
      early.forEach(receivedAt -> timed(ride, receivedAt));
    }
  }

  /** A captain got an offer of the first wave. */
  void offered(String bookingId, long receivedAt) {
    var ride = rides.get(bookingId);
    if (ride == null) {
      earlyOffers.computeIfAbsent(bookingId, unknown -> new ArrayList<>()).add(receivedAt);
    } else {
      timed(ride, receivedAt);
    }
  }

  /** The acceptance that was sent then has won. */
  void accepted(String bookingId, long sentAt) {
    accepted.put(bookingId, sentAt);
    timeTelling(bookingId);
  }

  /** The booking's customer was told that it is accepted. */
  void customerTold(String bookingId, long receivedAt) {
    told.put(bookingId, receivedAt);
    timeTelling(bookingId);
  }

  /** All of them, also those that were booked to warm up. */
  Collection<Ride> all() {
    return rides.values();
  }

  /** How long the booking's trip takes; nothing where the booking is not known here. */
  Duration duration(String bookingId) {
    var ride = rides.get(bookingId);
    return ride == null ? Duration.ZERO : ride.duration();
  }

  private void timeTelling(String bookingId) {
    var sentAt = accepted.get(bookingId);
    var receivedAt = told.get(bookingId);
    if (sentAt != null && receivedAt != null) {
      measured.add(Timing.ACCEPT_TO_CUSTOMER, receivedAt - sentAt);
    }
  }

  private void timed(Ride ride, long receivedAt) {
    measured.add(Timing.BOOK_TO_OFFER, receivedAt - ride.sentAt());
  }
}
