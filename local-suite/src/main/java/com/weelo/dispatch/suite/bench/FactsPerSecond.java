package com.weelo.dispatch.suite.bench;

import com.weelo.dispatch.analytics.facts.Cells;
import com.weelo.dispatch.analytics.facts.Fact;
import com.weelo.dispatch.analytics.facts.FactPolicy;
import com.weelo.dispatch.analytics.facts.FactRows;
import com.weelo.dispatch.events.EventIds;
import com.weelo.dispatch.suite.SuiteService;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * A backlog of events into facts and everything that is added up of them, beside COPY alone putting
 * the same facts into the same table with the same indexes.
 */
final class FactsPerSecond implements Benchmark {

  private static final int WARM_UP = 300_000;
  private static final int MEASURED = 600_000;
  private static final int COPIED_AT_ONCE = 5_000;
  private static final int COPYING = 2; // as many as there are consumers
  private static final Duration COPIED_FOR = Duration.ofSeconds(10);

  @Override
  public String name() {
    return "facts";
  }

  @Override
  public boolean needsServices() {
    return false;
  }

  @Override
  public Map<String, Object> run(BenchWorld world) throws Exception {
    var backlog = Backlog.fill(world, WARM_UP + MEASURED, Backlog.LAST_HOUR);
    world.suite().start(List.of(SuiteService.ANALYTICS));
    var perSecond = backlog.perSecondRead("analytics", WARM_UP);
    try (var raw = RawDatabase.prepare(world, "analytics")) {
      raw.perSecond(COPYING, COPIED_FOR, connection -> FactsPerSecond::copyUntil);
      var limit = raw.perSecond(COPYING, COPIED_FOR, connection -> FactsPerSecond::copyUntil);
      return figures(perSecond, limit);
    }
  }

  private static Map<String, Object> figures(double perSecond, double limit) {
    var figures = new LinkedHashMap<String, Object>();
    figures.put("events", MEASURED);
    figures.put("eventsPerSecond", Math.round(perSecond));
    figures.put("eventsPerSecondAim", 30_000);
    figures.put("copiedPerSecond", Math.round(limit));
    figures.put("ratio", BookToOffer.rounded(perSecond / limit));
    figures.put("ratioAim", 0.5);
    return figures;
  }

  private static long copyUntil(Connection connection, long until) throws SQLException {
    var jdbc = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
    var facts = someFacts();
    var copied = 0L;
    while (System.nanoTime() < until) {
      FactRows.of(renewed(facts)).into(jdbc, FactRows.into("facts"));
      connection.commit();
      copied += facts.size();
    }
    return copied;
  }

  private static List<Fact> someFacts() {
    var policy = new FactPolicy(new Cells());
    var facts = new ArrayList<Fact>();
    var trade =
        new TradeEvents(
            Clock.systemUTC().instant(), Duration.ZERO, event -> facts.add(policy.factOf(event)));
    while (facts.size() < COPIED_AT_ONCE) {
      trade.booking();
    }
    return facts;
  }

  /** The same under new ids. */
  private static List<Fact> renewed(List<Fact> facts) {
    return facts.stream().map(fact -> fact.under(EventIds.next())).toList();
  }
}
