package com.weelo.dispatch.suite.simulator;

import com.weelo.dispatch.events.GeoPoint;
import com.weelo.dispatch.suite.client.DispatchSocket;
import com.weelo.dispatch.suite.client.Frame;
import com.weelo.dispatch.suite.client.RestCall;
import com.weelo.dispatch.suite.client.RestReply;
import com.weelo.dispatch.suite.client.SocketListener;
import com.weelo.dispatch.suite.data.Trip;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Books one recorded trip, and follows what becomes of it until somebody or nobody comes. */
final class Customer implements SocketListener {

  private static final Duration TRY_AGAIN = Duration.ofMillis(500);
  private static final int MOST_TRIES = 120;

  /** Nobody waits longer for the socket before booking. */
  private static final Duration SOCKET_PATIENCE = Duration.ofSeconds(1);

  /** The search ends after a minute; news of that takes a moment. */
  private static final Duration NEWS_PATIENCE = Duration.ofSeconds(65);

  private final World world;
  private final Trip trip;
  private final Consumer<Customer> settled;
  private final String id;
  private final String token;
  private final DispatchSocket socket;
  private @Nullable String bookingId;
  private boolean booking;
  private boolean isSettled;

  /**
   * @param settled told when nothing more is to be expected
   */
  Customer(World world, Trip trip, Consumer<Customer> settled) {
    this.world = world;
    this.trip = trip;
    this.settled = settled;
    this.id = "customer-" + trip.requestId();
    this.token = world.tokens().customer(id);
    this.socket = world.client().socket(token, this);
    var unused = socket.welcomed().thenRun(this::book);
    world.client().runAfter(SOCKET_PATIENCE, this::book);
  }

  private void book() {
    if (!booking) {
      booking = true;
      world.measured().add(Count.ASKED);
      search();
    }
  }

  /** Looks at the price, and books whatever it is. */
  private void search() {
    var path =
        "/api/v1/search?pickupLat=%s&pickupLng=%s&dropLat=%s&dropLng=%s&vehicleType=%s"
            .formatted(
                trip.pickup().latitude(),
                trip.pickup().longitude(),
                trip.dropoff().latitude(),
                trip.dropoff().longitude(),
                world.vehicles().typeOf(trip.requestId()));
    world
        .client()
        .booking()
        .send(RestCall.get(path).by(token))
        .whenComplete((price, lost) -> ask(1));
  }

  private void ask(int attempt) {
    var askedAt = world.clock().instant();
    var request =
        Map.of(
            "vehicleType", world.vehicles().typeOf(trip.requestId()),
            "pickup", place(trip.pickup(), "Pick-up of " + trip.requestId()),
            "dropoff", place(trip.dropoff(), "Drop-off of " + trip.requestId()));
    world
        .client()
        .booking()
        .send(RestCall.post("/api/v1/bookings", request).by(token).once(trip.requestId()))
        .whenComplete((reply, lost) -> {
          if (lost == null && reply.isSuccess()) {
            booked(askedAt, reply);
          } else if ((lost != null || reply.status() >= 500) && attempt < MOST_TRIES) {
            world.client().runAfter(TRY_AGAIN, () -> ask(attempt + 1));
          } else {
            world.measured().add(Count.REFUSED);
            settle();
          }
        });
  }

  private static Map<String, Object> place(GeoPoint point, String address) {
    return Map.of("latitude", point.latitude(), "longitude", point.longitude(), "address", address);
  }

  private void booked(Instant askedAt, RestReply reply) {
    var made = reply.json().path("bookingId").asString("");
    bookingId = made;
    world.measured().add(Count.BOOKED);
    world.measured().add(Timing.POST_BOOKING, reply.nanos());
    world.journal().booked(made, id);
    world.rides().booked(made, askedAt, reply, world.settings().scaled(trip.duration()));
    world.client().runAfter(NEWS_PATIENCE, this::wonder);
  }

  /** Gives up waiting, if still waiting. */
  void giveUp(String reason) {
    if (bookingId == null || isSettled) {
      return;
    }
    var call = RestCall.post("/api/v1/bookings/" + bookingId + "/cancel", Map.of("reason", reason));
    var unused = world.client().booking().send(call.by(token));
  }

  @Override
  public void onFrame(Frame frame) {
    world.measured().add(Count.FRAMES);
    switch (frame.type()) {
      case "booking_updated" -> updated(frame);
      case "location_updated" -> world.measured().add(Count.WATCHED);
      default -> {
        // The rest is for a screen.
      }
    }
  }

  private void updated(Frame frame) {
    if (isSettled) {
      arrive(frame);
      return;
    }
    switch (frame.text("status")) {
      case "accepted" -> {
        world.rides().customerTold(frame.text("bookingId"), frame.receivedAt());
        world.measured().add(Count.MATCHED);
        watch(frame.text("bookingId"));
      }
      case "expired" -> settle(Count.EXPIRED);
      case "cancelled" -> settle(Count.CANCELLED);
      default -> {
        // Still searching.
      }
    }
  }

  /** Watches the captain on the map until the trip is over. */
  private void watch(String accepted) {
    isSettled = true;
    settled.accept(this);
    socket.send(Map.of("type", "subscribe", "room", "booking:" + accepted));
  }

  private void arrive(Frame frame) {
    switch (frame.text("status")) {
      case "completed" -> {
        var fare = Fares.fare(trip.pickup(), trip.dropoff());
        Payments.pay(world, token, "bookingId", frame.text("bookingId"), fare, socket::close);
      }
      case "cancelled" -> socket.close();
      default -> {
        // Still on the way.
      }
    }
  }

  private void settle(Count outcome) {
    world.measured().add(outcome);
    settle();
  }

  private void settle() {
    isSettled = true;
    settled.accept(this);
    socket.close();
  }

  /** No news for too long. */
  private void wonder() {
    if (!isSettled) {
      world.measured().add(Count.UNTOLD);
      look();
    }
  }

  private void look() {
    world
        .client()
        .booking()
        .send(RestCall.get("/api/v1/bookings/" + Objects.requireNonNull(bookingId)).by(token))
        .whenComplete((reply, lost) -> {
          var status =
              lost == null && reply.isSuccess() ? reply.json().path("status").asString("") : "";
          switch (status) {
            case "expired" -> settle(Count.EXPIRED);
            case "cancelled" -> settle(Count.CANCELLED);
            case "accepted" -> settle(Count.MATCHED);
            default -> world.client().runAfter(TRY_AGAIN, this::look);
          }
        });
  }

  @Override
  public void onMissed() {
    world.measured().add(Count.MISSED);
  }

  @Override
  public void onDisorder(String what) {
    world.disorder(id, what);
  }
}
