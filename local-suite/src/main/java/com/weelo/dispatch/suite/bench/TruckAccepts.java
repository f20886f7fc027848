package com.weelo.dispatch.suite.bench;

import com.weelo.dispatch.suite.bench.BenchTransporter.Truck;
import com.weelo.dispatch.suite.client.Frame;
import com.weelo.dispatch.suite.client.RestReply;
import com.weelo.dispatch.suite.measuring.Latencies;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Trucks accepted (a hold and its confirmation) in a closed loop by many transporters, beside plain
 * JDBC doing the same writes in as many transactions.
 */
final class TruckAccepts implements Benchmark {

  private static final String TYPE = "TRUCK_17FT";
  private static final int TRANSPORTERS = 50;
  private static final int VEHICLES = 160;
  private static final int ORDERS = 80;
  private static final int TRUCKS_PER_ORDER = 100;
  private static final int LOOPS = 16;
  private static final Duration WARM_UP = Duration.ofSeconds(120); // as in BookToOffer
  private static final Duration MEASURED = Duration.ofSeconds(20);
  private static final Duration RAW = Duration.ofSeconds(10);
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Map<String, Integer> failures = new TreeMap<>();
  private Latencies holds = new Latencies();
  private Latencies confirms = new Latencies();
  private int accepted;

  /** Who was offered what; taken from the front and put back at the end. */
  private final Deque<Offer> offers = new ArrayDeque<>();

  private record Offer(BenchTransporter transporter, String orderId) {}

  @Override
  public String name() {
    return "truck-accepts";
  }

  @Override
  public Map<String, Object> run(BenchWorld world) throws Exception {
    var transporters = gather(world);
    try (var raw = RawDatabase.prepare(world, "order")) {
      place(world);
      mixOffers(world);
      raw.perSecond(LOOPS, RAW, RawAccepts::work);
      var before = raw.perSecond(LOOPS, RAW, RawAccepts::work);
      acceptFor(world, WARM_UP, true);
      TimeUnit.SECONDS.sleep(10); // what that left behind
      holds = new Latencies();
      confirms = new Latencies();
      var service = acceptFor(world, MEASURED, false);
      var after = raw.perSecond(LOOPS, RAW, RawAccepts::work);
      return figures(service, (before + after) / 2);
    } finally {
      transporters.forEach(BenchTransporter::close);
    }
  }

  private Map<String, Object> figures(double service, double raw) {
    var figures = new LinkedHashMap<String, Object>();
    figures.put("connections", LOOPS);
    figures.put("failures", failures);
    figures.put("truckAcceptsPerSecond", Math.round(service));
    figures.put("rawAcceptsPerSecond", Math.round(raw));
    figures.put("ratio", BookToOffer.rounded(service / raw));
    figures.put("postHoldsMs", BookToOffer.percentiles(holds));
    figures.put("postConfirmMs", BookToOffer.percentiles(confirms));
    return figures;
  }

  private List<BenchTransporter> gather(BenchWorld world) throws Exception {
    var random = new Random(6);
    var transporters = new ArrayList<BenchTransporter>();
    for (var i = 0; i < TRANSPORTERS; i++) {
      var transporter = new BenchTransporter(world, this::onFrame);
      transporters.add(transporter);
      transporter
          .standAt(Spot.MARKET.around(random), List.of(TYPE), VEHICLES)
          .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }
    return transporters;
  }

  private void onFrame(BenchTransporter transporter, Frame frame) {
    if (frame.type().equals("new_broadcast")) {
      offers.addLast(new Offer(transporter, frame.text("orderId")));
    }
  }

  /** Orders all over the place, so that all transporters are asked for some. */
  private static void place(BenchWorld world) throws Exception {
    var random = new Random(7);
    for (var i = 0; i < ORDERS; i++) {
      var customer = world.tokens().customer(world.newUser("customer"));
      world
          .client()
          .order()
          .send(
              BenchWorld.order(
                  customer, Spot.MARKET.around(random), Map.of(TYPE, TRUCKS_PER_ORDER)))
          .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }
    TimeUnit.SECONDS.sleep(3); // the offers
  }

  /** Offers of one order came together, and its trucks are taken one after another. */
  private void mixOffers(BenchWorld world) {
    CompletableFuture.runAsync(
            () -> {
              var mixed = new ArrayList<>(offers);
              Collections.shuffle(mixed, new Random(8));
              offers.clear();
              offers.addAll(mixed);
            },
            world.client()::run)
        .join();
  }

  /**
   * @param undone whether each is called off again, so that the next time finds all trucks free
   */
  private double acceptFor(BenchWorld world, Duration length, boolean undone) throws Exception {
    accepted = 0;
    var until = System.nanoTime() + length.toNanos();
    var loops = new ArrayList<CompletableFuture<Void>>();
    for (var i = 0; i < LOOPS; i++) {
      var done = new CompletableFuture<Void>();
      loops.add(done);
      world.client().run(() -> acceptNext(until, undone, done));
    }
    CompletableFuture.allOf(loops.toArray(CompletableFuture<?>[]::new))
        .get(length.plus(PATIENCE).toSeconds(), TimeUnit.SECONDS);
    return accepted / (length.toNanos() / 1e9);
  }

  private void acceptNext(long until, boolean undone, CompletableFuture<Void> done) {
    var offer = offers.pollFirst();
    if (offer == null || System.nanoTime() >= until) {
      done.complete(null);
      return;
    }
    var truck = offer.transporter().takeTruck();
    if (truck == null) { // this one's are all on jobs
      acceptNext(until, undone, done);
      return;
    }
    accept(offer, truck)
        .thenCompose(assignment -> undone ? undo(offer, truck, assignment) : nothing())
        .whenComplete((ignored, failure) -> {
          offers.addLast(offer);
          acceptNext(until, undone, done);
        });
  }

  private CompletableFuture<String> accept(Offer offer, Truck truck) {
    return offer
        .transporter()
        .hold(offer.orderId(), TYPE, truck)
        .thenApply(reply -> succeeded(reply, 201, holds))
        .thenCompose(
            held -> offer.transporter().confirm(held.json().path("holdId").asString(), truck))
        .thenApply(reply -> succeeded(reply, 200, confirms))
        .thenApply(confirmed -> {
          accepted++;
          return confirmed.json().path("assignments").path(0).path("assignmentId").asString();
        });
  }

  private RestReply succeeded(RestReply reply, int status, Latencies latencies) {
    if (reply.status() != status) {
      failures.merge(reply.status() + " " + reply.problemCode(), 1, Integer::sum);
      throw new IllegalStateException("answered " + reply.status());
    }
    latencies.record(reply.nanos());
    return reply;
  }

  private static CompletableFuture<Void> undo(Offer offer, Truck truck, String assignment) {
    return offer
        .transporter()
        .callOff(assignment)
        .thenAccept(reply -> offer.transporter().giveBack(truck));
  }

  private static CompletableFuture<Void> nothing() {
    return CompletableFuture.completedFuture(null);
  }
}
