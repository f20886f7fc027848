package com.weelo.dispatch.suite.bench;

import com.weelo.dispatch.suite.client.Frame;
import com.weelo.dispatch.suite.client.RestReply;
import com.weelo.dispatch.suite.measuring.Latencies;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * From the first byte of {@code POST /bookings} to {@code new_broadcast} at each captain it was
 * offered to, at a steady rate and with many captains connected. The captain who hears first takes
 * the booking, so that it does not go on searching.
 */
final class BookToOffer implements Benchmark {

  private static final int CAPTAINS = 500;
  private static final int BOOKINGS_PER_SECOND = 20;

  /** On two cores the JVM is busy compiling for some two minutes. */
  private static final Duration WARM_UP = Duration.ofSeconds(150);

  private static final Duration MEASURED = Duration.ofSeconds(60);
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** Bookings on their way, by the address that is in their offers. */
  private final Map<String, Long> askedAt = new ConcurrentHashMap<>();

  private final Set<String> taken = ConcurrentHashMap.newKeySet();
  private final Latencies offers = new Latencies();
  private final Latencies answers = new Latencies();
  private final AtomicInteger failures = new AtomicInteger();
  private final AtomicInteger booked = new AtomicInteger();
  private volatile boolean measuring;

  @Override
  public String name() {
    return "book-to-offer";
  }

  @Override
  public Map<String, Object> run(BenchWorld world) throws Exception {
    var captains = gather(world);
    try {
      book(world, WARM_UP);
      measuring = true;
      book(world, MEASURED);
    } finally {
      captains.forEach(BenchCaptain::close);
    }
    var figures = new LinkedHashMap<String, Object>();
    figures.put("captains", CAPTAINS);
    figures.put("bookingsPerSecond", BOOKINGS_PER_SECOND);
    figures.put("bookings", booked.get());
    figures.put("failures", failures.get());
    figures.put("offers", offers.count());
    figures.put("bookToOfferMs", percentiles(offers));
    figures.put("bookToOfferLimitMs", Map.of("p50", 10, "p99", 50));
    figures.put("postBookingsMs", percentiles(answers));
    figures.put("postBookingsLimitMs", Map.of("p99", 30));
    return figures;
  }

  private ArrayList<BenchCaptain> gather(BenchWorld world) throws Exception {
    var random = new Random(1);
    var captains = new ArrayList<BenchCaptain>();
    var ready = new ArrayList<CompletableFuture<Void>>();
    for (var i = 0; i < CAPTAINS; i++) {
      var captain = new BenchCaptain(world, this::onFrame);
      captains.add(captain);
      ready.add(captain.standAt(Spot.MARKET.around(random)));
    }
    CompletableFuture.allOf(ready.toArray(CompletableFuture<?>[]::new))
        .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    return captains;
  }

  /** Books at a steady rate, whatever the answers, and returns when all answers are there. */
  private void book(BenchWorld world, Duration length) throws InterruptedException {
    var bookings = Math.toIntExact(length.toSeconds() * BOOKINGS_PER_SECOND);
    var random = new Random(2);
    var answered = new CountDownLatch(bookings);
    for (var i = 0; i < bookings; i++) {
      var customer = world.newUser("customer");
      var call =
          BenchWorld.booking(
              world.tokens().customer(customer), Spot.MARKET.around(random), customer);
      world
          .client()
          .runAfter(
              Duration.ofNanos(i * 1_000_000_000L / BOOKINGS_PER_SECOND),
              () -> {
                askedAt.put(customer, System.nanoTime());
                world
                    .client()
                    .booking()
                    .send(call)
                    .whenComplete((reply, lost) -> {
                      onAnswer(reply, lost);
                      answered.countDown();
                    });
              });
    }
    answered.await(length.plus(PATIENCE).toSeconds(), TimeUnit.SECONDS);
  }

  private void onAnswer(RestReply reply, Throwable lost) {
    if (lost != null || reply.status() != 201) {
      failures.incrementAndGet();
    } else if (measuring) {
      booked.incrementAndGet();
      answers.record(reply.nanos());
    }
  }

  private void onFrame(BenchCaptain captain, Frame frame) {
    if (!frame.type().equals("new_broadcast")) {
      return;
    }
    var asked = askedAt.get(frame.data().path("pickup").path("address").asString(""));
    if (asked != null && measuring) {
      offers.record(frame.receivedAt() - asked);
    }
    var booking = frame.text("bookingId");
    if (taken.add(booking)) {
      var unused = captain.accept(booking);
    }
  }

  static Map<String, Object> percentiles(Latencies latencies) {
    var figures = new LinkedHashMap<String, Object>();
    for (var percentile : new double[] {50, 95, 99}) {
      figures.put("p%.0f".formatted(percentile), rounded(latencies.percentile(percentile)));
    }
    figures.put("max", rounded(latencies.max()));
    return figures;
  }

  static double rounded(double value) {
    return Math.round(value * 100) / 100.0;
  }
}
