package com.weelo.dispatch.system;

import static org.awaitility.Awaitility.await;

import com.weelo.dispatch.events.GeoPoint;
import com.weelo.dispatch.suite.client.DispatchClient;
import com.weelo.dispatch.suite.client.DispatchSocket;
import com.weelo.dispatch.suite.client.Frame;
import com.weelo.dispatch.suite.client.RestReply;
import com.weelo.dispatch.suite.client.SocketListener;
import com.weelo.dispatch.suite.verify.Journal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A steady stream of bookings, acceptances and positions through the public interfaces, with a
 * record of every success. Every captain wants every job.
 */
final class Traffic implements AutoCloseable {

  private static final int CAPTAINS = 12;
  private static final Duration BETWEEN_BOOKINGS = Duration.ofMillis(300);
  private static final Duration BETWEEN_POSITIONS = Duration.ofSeconds(1);

  private final City city;
  private final DispatchClient client;
  private final Insistence insistence;
  private final Journal journal;
  private final List<ScheduledFuture<?>> timers = new ArrayList<>();
  private final List<DispatchSocket> sockets = new ArrayList<>();
  private final AtomicLong booked = new AtomicLong();
  private final AtomicLong positions = new AtomicLong();
  private final Map<String, String> winners = new ConcurrentHashMap<>();
  private final List<String> complaints = new CopyOnWriteArrayList<>();

  private Traffic(RunningSuite suite, City city, Journal journal) {
    this.city = city;
    this.client = suite.client();
    this.insistence = new Insistence(client);
    this.journal = journal;
  }

  /** Sets it going; bookings answered with success are noted in the journal. */
  static Traffic begin(RunningSuite suite, City city, Path journal) throws IOException {
    var traffic = new Traffic(suite, city, Journal.begin(journal));
    for (var i = 0; i < CAPTAINS; i++) {
      traffic.drive(city.captain(), City.northOf(city.market(), 100 * i));
    }
    traffic.timers.add(traffic.client.runEvery(BETWEEN_BOOKINGS, traffic::book));
    return traffic;
  }

  /** Waits for so many more bookings to be answered. */
  void awaitBookings(int more) {
    awaitMore("bookings", booked::get, more);
  }

  /** Waits for so many more bookings to be accepted. */
  void awaitAcceptances(int more) {
    awaitMore("acceptances", winners::size, more);
  }

  private static void awaitMore(String what, Progress progress, int more) {
    var before = progress.count();
    await(more + " more " + what)
        .atMost(SystemTest.PATIENCE)
        .until(() -> progress.count() >= before + more);
  }

  private interface Progress {
    long count();
  }

  /** Who was told to have won what. */
  Map<String, String> winners() {
    return winners;
  }

  /** Positions that were acknowledged. */
  long positions() {
    return positions.get();
  }

  /** Answers and frames that should not have been. */
  List<String> complaints() {
    return complaints;
  }

  /** Begins nothing more, and waits until the outcome of everything begun is known. */
  @Override
  public void close() throws IOException {
    timers.forEach(timer -> timer.cancel(false));
    await("the answers to all calls")
        .atMost(SystemTest.PATIENCE)
        .until(() -> insistence.open() == 0);
    sockets.forEach(DispatchSocket::close);
    journal.close();
  }

  @Override
  public String toString() {
    return "%d bookings, %d acceptances and %d positions"
        .formatted(booked.get(), winners.size(), positions.get());
  }

  private void book() {
    var customer = city.customer();
    insistence.send(
        DispatchClient::booking,
        customer.asking("the truck of " + customer.id()),
        reply -> {
          if (isExpected(reply, 201, "a booking")) {
            journal.booked(reply.json().path("bookingId").asString(), customer.id());
            booked.incrementAndGet();
          }
        });
  }

  private void drive(Captain captain, GeoPoint place) {
    captain.startsShiftAt(place);
    timers.add(client.runEvery(BETWEEN_POSITIONS, () -> report(captain, place)));
    sockets.add(client.socket(captain.token(), new Eager(captain)));
  }

  private void report(Captain captain, GeoPoint place) {
    insistence.send(
        DispatchClient::location,
        captain.beingAt(place),
        reply -> {
          if (isExpected(reply, 202, "a position")) {
            positions.incrementAndGet();
          }
        });
  }

  private boolean isExpected(RestReply reply, int status, String what) {
    if (reply.status() != status) {
      complaints.add(
          "%s was answered with %d %s".formatted(what, reply.status(), reply.problemCode()));
    }
    return reply.status() == status;
  }

  /** A captain who accepts whatever is offered. */
  private final class Eager implements SocketListener {

    private final Captain captain;

    Eager(Captain captain) {
      this.captain = captain;
    }

    @Override
    public void onFrame(Frame frame) {
      if (frame.type().equals("new_broadcast")) {
        accept(frame.text("bookingId"));
      }
    }

    private void accept(String booking) {
      insistence.send(
          DispatchClient::booking,
          captain.accepting(booking),
          reply -> {
            if (reply.status() == 200) {
              won(booking);
            } else if (!List.of("ALREADY_TAKEN", "BOOKING_EXPIRED").contains(reply.problemCode())) {
              isExpected(reply, 200, "an acceptance");
            }
          });
    }

    private void won(String booking) {
      var other = winners.put(booking, captain.id());
      if (other != null && !other.equals(captain.id())) {
        complaints.add("%s was won by %s and by %s".formatted(booking, other, captain.id()));
      }
    }

    @Override
    public void onDisorder(String what) {
      complaints.add(captain.id() + ": " + what);
    }
  }
}
