package com.weelo.dispatch.suite.bench;

import com.weelo.dispatch.suite.measuring.Latencies;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * {@code POST /bookings} in a closed loop, beside plain JDBC doing the same two inserts: the
 * booking's row and its outbox row, in one transaction, into the same tables with the same indexes.
 */
final class BookingsPerSecond implements Benchmark {

  private static final int LOOPS = 16;
  private static final int RAW_CONNECTIONS = 16;
  private static final Duration WARM_UP = Duration.ofSeconds(120); // as in BookToOffer
  private static final Duration MEASURED = Duration.ofSeconds(20);
  private static final Duration RAW = Duration.ofSeconds(10);
  private static final Spot NOWHERE = new Spot(-45, -120); // in the Pacific, where no captain is
  private static final int TOKENS = 200_000;

  private final ConcurrentLinkedQueue<String> tokens = new ConcurrentLinkedQueue<>();
  private final Random random = new Random(3);
  private final AtomicInteger booked = new AtomicInteger();
  private final ConcurrentHashMap<String, Integer> failures = new ConcurrentHashMap<>();
  private volatile Latencies latencies = new Latencies();

  @Override
  public String name() {
    return "bookings";
  }

  @Override
  public Map<String, Object> run(BenchWorld world) throws Exception {
    prepare(world);
    try (var raw = RawDatabase.prepare(world, "booking")) {
      raw.perSecond(RAW_CONNECTIONS, RAW, RawBookings::work);
      var before = raw.perSecond(RAW_CONNECTIONS, RAW, RawBookings::work);
      bookFor(world, WARM_UP);
      latencies = new Latencies();
      var service = bookFor(world, MEASURED);
      var after = raw.perSecond(RAW_CONNECTIONS, RAW, RawBookings::work);
      return figures(service, (before + after) / 2);
    }
  }

  private Map<String, Object> figures(double service, double raw) {
    var figures = new LinkedHashMap<String, Object>();
    figures.put("connections", LOOPS);
    figures.put("failures", failures);
    figures.put("bookingsPerSecond", Math.round(service));
    figures.put("rawInsertsPerSecond", Math.round(raw));
    figures.put("ratio", BookToOffer.rounded(service / raw));
    figures.put("ratioAim", 0.4);
    figures.put("postBookingsMs", BookToOffer.percentiles(latencies));
    return figures;
  }

  /** Signing tokens is the identity provider's work, not the service's. */
  private void prepare(BenchWorld world) {
    for (var i = 0; i < TOKENS; i++) {
      tokens.add(world.tokens().customer(world.newUser("customer")));
    }
  }

  private double bookFor(BenchWorld world, Duration length) throws Exception {
    booked.set(0);
    var until = System.nanoTime() + length.toNanos();
    var loops = new ArrayDeque<CompletableFuture<Void>>();
    for (var i = 0; i < LOOPS; i++) {
      var done = new CompletableFuture<Void>();
      loops.add(done);
      world.client().run(() -> bookNext(world, until, done));
    }
    CompletableFuture.allOf(loops.toArray(CompletableFuture<?>[]::new))
        .get(length.toSeconds() + 60, TimeUnit.SECONDS);
    return booked.get() / (length.toNanos() / 1e9);
  }

  private void bookNext(BenchWorld world, long until, CompletableFuture<Void> done) {
    var token = tokens.poll();
    if (token == null || System.nanoTime() >= until) {
      done.complete(null);
      return;
    }
    world
        .client()
        .booking()
        .send(BenchWorld.booking(token, NOWHERE.around(random), "Somewhere at sea"))
        .whenComplete((reply, lost) -> {
          if (lost != null || reply.status() != 201) {
            failures.merge(
                lost != null ? "lost" : reply.status() + " " + reply.problemCode(),
                1,
                Integer::sum);
          } else {
            booked.incrementAndGet();
            latencies.record(reply.nanos());
          }
          bookNext(world, until, done);
        });
  }
}
