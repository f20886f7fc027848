package com.weelo.dispatch.suite.bench;

import com.weelo.dispatch.suite.client.Frame;
import com.weelo.dispatch.suite.client.RestReply;
import com.weelo.dispatch.suite.measuring.Latencies;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A thousand times, ten captains take one booking in the same instant. */
final class Races implements Benchmark {

  private static final int RACES = 1_000;
  private static final int CAPTAINS = 10;
  private static final Spot RACE_TRACK = new Spot(28.61, 77.21); // in another city
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Map<String, Integer> answers = new LinkedHashMap<>();
  private final Latencies decided = new Latencies();
  private int clean;
  private int withdrawals;

  /** Only touched on the client's thread. */
  private final Map<String, Race> races = new HashMap<>();

  @Override
  public String name() {
    return "races";
  }

  /** One booking, and what has come of it so far. */
  private static final class Race {
    private final CompletableFuture<Void> offered = new CompletableFuture<>();
    private final CompletableFuture<Void> withdrawn = new CompletableFuture<>();
    private int offers;
    private int withdrawals;

    void heard(String type) {
      if (type.equals("new_broadcast") && ++offers == CAPTAINS) {
        offered.complete(null);
      }
      if (type.equals("broadcast_withdrawn") && ++withdrawals == CAPTAINS - 1) {
        withdrawn.complete(null);
      }
    }
  }

  @Override
  public Map<String, Object> run(BenchWorld world) throws Exception {
    var captains = gather(world);
    try {
      for (var i = 0; i < RACES; i++) {
        race(world, captains);
      }
    } finally {
      captains.forEach(BenchCaptain::close);
    }
    var figures = new LinkedHashMap<String, Object>();
    figures.put("races", RACES);
    figures.put("captains", CAPTAINS);
    figures.put("answers", answers);
    figures.put("racesWithOneWinnerAndNineLosers", clean);
    figures.put("withdrawals", withdrawals);
    figures.put("acceptedEvents", acceptedEvents(world));
    figures.put("bookingsWithOneAcceptedEvent", bookingsWithOneAcceptedEvent(world));
    figures.put("acceptMs", BookToOffer.percentiles(decided));
    return figures;
  }

  private List<BenchCaptain> gather(BenchWorld world) throws Exception {
    var captains = new ArrayList<BenchCaptain>();
    var ready = new ArrayList<CompletableFuture<Void>>();
    for (var i = 0; i < CAPTAINS; i++) {
      var captain = new BenchCaptain(world, this::onFrame);
      captains.add(captain);
      ready.add(captain.standAt(RACE_TRACK));
    }
    all(ready);
    return captains;
  }

  private void onFrame(BenchCaptain captain, Frame frame) {
    races.computeIfAbsent(frame.text("bookingId"), unknown -> new Race()).heard(frame.type());
  }

  private void race(BenchWorld world, List<BenchCaptain> captains) throws Exception {
    var customer = world.newUser("customer");
    var made =
        world
            .client()
            .booking()
            .send(BenchWorld.booking(world.tokens().customer(customer), RACE_TRACK, "race track"))
            .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    var booking = made.json().path("bookingId").asString();
    var race = new CompletableFuture<Race>();
    world.client().run(() -> race.complete(races.computeIfAbsent(booking, unknown -> new Race())));
    var running = race.get();
    running.offered.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    // From one task of the client's thread, so that all ten are on their way before any is
    // answered.
    var accepting = new CompletableFuture<List<CompletableFuture<RestReply>>>();
    world
        .client()
        .run(() ->
            accepting.complete(captains.stream().map(captain -> captain.accept(booking)).toList()));
    var replies = accepting.get();
    all(replies);
    count(replies.stream().map(CompletableFuture::join).toList());
    running.withdrawn.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    withdrawals += running.withdrawals;
  }

  private void count(List<RestReply> replies) {
    for (var reply : replies) {
      var answer = reply.isSuccess() ? "200" : reply.status() + " " + reply.problemCode();
      answers.merge(answer, 1, Integer::sum);
      decided.record(reply.nanos());
    }
    var winners = replies.stream().filter(RestReply::isSuccess).count();
    var losers =
        replies.stream().filter(reply -> reply.problemCode().equals("ALREADY_TAKEN")).count();
    if (winners == 1 && losers == CAPTAINS - 1) {
      clean++;
    }
  }

  private static void all(List<? extends CompletableFuture<?>> futures) throws Exception {
    CompletableFuture.allOf(futures.toArray(CompletableFuture<?>[]::new))
        .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
  }

  private long acceptedEvents(BenchWorld world) throws SQLException {
    return count(world, "SELECT count(*) FROM accepted");
  }

  private long bookingsWithOneAcceptedEvent(BenchWorld world) throws SQLException {
    return count(
        world,
        "SELECT count(*) FROM (SELECT FROM accepted GROUP BY event_key HAVING count(*) = 1) AS o");
  }

  private long count(BenchWorld world, String query) throws SQLException {
    try (var connection = world.database("booking");
        var select =
            connection.prepareStatement(
                """
                WITH accepted AS (SELECT event_key FROM outbox
                                  WHERE event_type = 'booking.accepted' AND event_key = ANY (?))
                """
                    + query)) {
      select.setArray(1, connection.createArrayOf("text", races.keySet().toArray()));
      try (var row = select.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }
}
