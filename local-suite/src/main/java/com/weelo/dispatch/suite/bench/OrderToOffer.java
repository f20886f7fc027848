package com.weelo.dispatch.suite.bench;

import com.weelo.dispatch.suite.client.Frame;
import com.weelo.dispatch.suite.client.RestReply;
import com.weelo.dispatch.suite.measuring.Latencies;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToLongFunction;

/**
 * From the first byte of {@code POST /orders} to {@code new_broadcast} at the transporters, for
 * orders of ten trucks at a steady rate, and then for single ones of a thousand trucks.
 */
final class OrderToOffer implements Benchmark {

  private static final int TRANSPORTERS = 60;
  private static final List<String> TYPES =
      List.of("TRUCK_14FT", "TRUCK_20FT", "TRUCK_24FT", "TANKER");
  private static final int VEHICLES_OF_EACH = 8;
  private static final int ORDERS_PER_SECOND = 10;
  private static final Map<String, Integer> TEN_TRUCKS = Map.of("TRUCK_14FT", 6, "TRUCK_20FT", 4);
  private static final Map<String, Integer> THOUSAND_TRUCKS =
      Map.of("TRUCK_14FT", 250, "TRUCK_20FT", 250, "TRUCK_24FT", 250, "TANKER", 250);
  private static final int BIG_ORDERS = 20;
  private static final Duration WARM_UP = Duration.ofSeconds(150); // as in BookToOffer
  private static final Duration MEASURED = Duration.ofSeconds(60);
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Map<String, Offers> orders = new ConcurrentHashMap<>();
  private final AtomicInteger failures = new AtomicInteger();

  /** What was heard of one order so far. Only touched on the client's thread. */
  private static final class Offers {
    private long first;
    private long last;
    private int heard;

    void hear(long at) {
      first = heard == 0 ? at : first;
      last = at;
      heard++;
    }
  }

  /** What was asked, and when. */
  private record Placed(String orderId, RestReply reply) {}

  @Override
  public String name() {
    return "order-to-offer";
  }

  @Override
  public Map<String, Object> run(BenchWorld world) throws Exception {
    var transporters = gather(world);
    try {
      place(world, WARM_UP);
      var placed = place(world, MEASURED);
      placeBig(world);
      var big = placeBig(world);
      return figures(world, placed, big);
    } finally {
      transporters.forEach(BenchTransporter::close);
    }
  }

  private Map<String, Object> figures(BenchWorld world, List<Placed> placed, List<Placed> big)
      throws SQLException {
    var figures = new LinkedHashMap<String, Object>();
    figures.put("transporters", TRANSPORTERS);
    figures.put("ordersPerSecond", ORDERS_PER_SECOND);
    figures.put("trucksPerOrder", 10);
    figures.put("orders", placed.size());
    figures.put("failures", failures.get());
    figures.put("ordersNobodyHeardOf", placed.stream().filter(order -> heard(order) == 0).count());
    figures.put("orderToFirstOfferMs", percentiles(placed, offers -> offers.first));
    figures.put("orderToFirstOfferLimitMs", Map.of("p99", 60));
    figures.put("orderToLastOfferMs", percentiles(placed, offers -> offers.last));
    figures.put("postOrdersMs", answers(placed));
    figures.put("bigOrders", big.size());
    figures.put("bigOrderTrucks", 1_000);
    figures.put("bigOrderPostMs", answers(big));
    figures.put("bigOrderPostLimitMs", 50);
    figures.put("bigOrderToLastOfferMs", percentiles(big, offers -> offers.last));
    figures.put("bigOrderToLastOfferLimitMs", 1_000);
    figures.put("bigOrderOffers", big.stream().mapToInt(this::heard).sum());
    figures.put("bigOrderOffersMade", offersMade(world, big));
    return figures;
  }

  private List<BenchTransporter> gather(BenchWorld world) throws Exception {
    var random = new Random(4);
    var transporters = new ArrayList<BenchTransporter>();
    for (var i = 0; i < TRANSPORTERS; i++) {
      var transporter = new BenchTransporter(world, this::onFrame);
      transporters.add(transporter);
      transporter
          .standAt(Spot.MARKET.around(random), TYPES, VEHICLES_OF_EACH)
          .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }
    return transporters;
  }

  /** Orders at a steady rate, whatever the answers. */
  private List<Placed> place(BenchWorld world, Duration length) throws Exception {
    var count = Math.toIntExact(length.toSeconds() * ORDERS_PER_SECOND);
    var random = new Random(5);
    var placed = new ArrayList<Placed>(); // on the client's thread, until all are there
    var answered = new CountDownLatch(count);
    for (var i = 0; i < count; i++) {
      var call =
          BenchWorld.order(
              world.tokens().customer(world.newUser("customer")),
              Spot.MARKET.around(random),
              TEN_TRUCKS);
      world
          .client()
          .runAfter(
              Duration.ofNanos(i * 1_000_000_000L / ORDERS_PER_SECOND),
              () ->
                  world
                      .client()
                      .order()
                      .send(call)
                      .whenComplete((reply, lost) -> {
                        if (lost != null || reply.status() != 201) {
                          failures.incrementAndGet();
                        } else {
                          placed.add(new Placed(reply.json().path("orderId").asString(), reply));
                        }
                        answered.countDown();
                      }));
    }
    answered.await(length.plus(PATIENCE).toSeconds(), TimeUnit.SECONDS);
    TimeUnit.SECONDS.sleep(2); // the last ones' offers
    return placed;
  }

  /** One after another, each alone. */
  private List<Placed> placeBig(BenchWorld world) throws Exception {
    var placed = new ArrayList<Placed>();
    for (var i = 0; i < BIG_ORDERS; i++) {
      var reply =
          world
              .client()
              .order()
              .send(
                  BenchWorld.order(
                      world.tokens().customer(world.newUser("customer")),
                      Spot.MARKET,
                      THOUSAND_TRUCKS))
              .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      placed.add(new Placed(reply.json().path("orderId").asString(), reply));
      TimeUnit.SECONDS.sleep(2);
    }
    return placed;
  }

  private void onFrame(BenchTransporter transporter, Frame frame) {
    if (frame.type().equals("new_broadcast")) {
      orders
          .computeIfAbsent(frame.text("orderId"), unknown -> new Offers())
          .hear(frame.receivedAt());
    }
  }

  private int heard(Placed order) {
    var offers = orders.get(order.orderId());
    return offers == null ? 0 : offers.heard;
  }

  /** How many were written down, beside which stands how many were heard. */
  private static long offersMade(BenchWorld world, List<Placed> placed) throws SQLException {
    try (var connection = world.database("orders");
        var select =
            connection.prepareStatement(
                "SELECT count(*) FROM order_offers WHERE order_id = ANY (?)")) {
      select.setArray(
          1, connection.createArrayOf("text", placed.stream().map(Placed::orderId).toArray()));
      try (var row = select.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  private Map<String, Object> percentiles(List<Placed> placed, ToLongFunction<Offers> when) {
    var latencies = new Latencies();
    for (var order : placed) {
      var offers = orders.get(order.orderId());
      if (offers != null) {
        latencies.record(when.applyAsLong(offers) - order.reply().sentAt());
      }
    }
    return BookToOffer.percentiles(latencies);
  }

  private static Map<String, Object> answers(List<Placed> placed) {
    var latencies = new Latencies();
    placed.forEach(order -> latencies.record(order.reply().nanos()));
    return BookToOffer.percentiles(latencies);
  }
}
