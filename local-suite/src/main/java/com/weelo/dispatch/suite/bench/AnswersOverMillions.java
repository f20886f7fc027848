package com.weelo.dispatch.suite.bench;

import static java.util.concurrent.TimeUnit.SECONDS;

import com.weelo.dispatch.analytics.answers.Question;
import com.weelo.dispatch.suite.SuiteService;
import com.weelo.dispatch.suite.client.RestCall;
import com.weelo.dispatch.suite.client.RestClient;
import com.weelo.dispatch.suite.measuring.Latencies;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Every question over a week of trade, hour by hour, through the REST interface; and what happened
 * to one booking. Beside it PostgreSQL counting the facts, which is to read all of them.
 */
final class AnswersOverMillions implements Benchmark {

  private static final int FACTS = 5_000_000;
  private static final Duration WEEK = Duration.ofDays(7);
  private static final int TIMES_TO_WARM_UP = 5;
  private static final int TIMES = 30;
  private static final long PATIENCE = 60; // seconds

  @Override
  public String name() {
    return "answers";
  }

  @Override
  public boolean needsServices() {
    return false;
  }

  @Override
  public Map<String, Object> run(BenchWorld world) throws Exception {
    var backlog = Backlog.fill(world, FACTS, WEEK);
    world.suite().start(List.of(SuiteService.ANALYTICS));
    var perSecond = backlog.perSecondRead("analytics", FACTS / 10);
    var figures = new LinkedHashMap<String, Object>();
    figures.put("facts", number(world, "SELECT count(*) FROM facts"));
    figures.put("factsPerSecond", Math.round(perSecond));
    var service = world.client().at(world.ports().analytics(), 1);
    var slowest = 0.0;
    for (var path : paths(world)) {
      var times = ask(world, service, path);
      figures.put(name(path) + "P50Ms", BookToOffer.rounded(times.percentile(50)));
      figures.put(name(path) + "MaxMs", BookToOffer.rounded(times.max()));
      slowest = Math.max(slowest, times.max());
    }
    figures.put("slowestMs", BookToOffer.rounded(slowest));
    figures.put("slowestMsAim", 300);
    figures.put("countingAllMs", BookToOffer.rounded(countingAll(world)));
    return figures;
  }

  private static List<String> paths(BenchWorld world) throws SQLException {
    var now = Clock.systemUTC().instant();
    var span = "?from=%s&to=%s&bucket=hour".formatted(now.minus(WEEK), now);
    var paths = new ArrayList<String>();
    for (var question : Question.values()) {
      paths.add(question.path() + span);
    }
    paths.add(
        "subjects/" + text(world, "SELECT booking_id FROM journeys ORDER BY random() LIMIT 1"));
    return paths;
  }

  private static String name(String path) {
    return path.split("[/?]", 2)[0];
  }

  private static Latencies ask(BenchWorld world, RestClient service, String path) throws Exception {
    var call =
        RestCall.get("/api/v1/analytics/" + path).by(world.tokens().ops(world.newUser("ops")));
    for (var i = 0; i < TIMES_TO_WARM_UP; i++) {
      var reply = service.send(call).get(PATIENCE, SECONDS);
      if (reply.status() != 200) {
        throw new IllegalStateException(path + " was answered with " + reply.status());
      }
    }
    var times = new Latencies();
    for (var i = 0; i < TIMES; i++) {
      var begin = System.nanoTime();
      service.send(call).get(PATIENCE, SECONDS);
      times.record(System.nanoTime() - begin);
    }
    return times;
  }

  private static double countingAll(BenchWorld world) throws SQLException {
    number(world, "SELECT count(*) FROM facts");
    var begin = System.nanoTime();
    number(world, "SELECT count(*) FROM facts");
    return (System.nanoTime() - begin) / 1e6;
  }

  private static long number(BenchWorld world, String sql) throws SQLException {
    return Long.parseLong(text(world, sql));
  }

  private static String text(BenchWorld world, String sql) throws SQLException {
    try (var connection = world.database("analytics");
        var statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }
}
