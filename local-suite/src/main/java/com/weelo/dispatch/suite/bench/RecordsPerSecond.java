package com.weelo.dispatch.suite.bench;

import com.weelo.dispatch.audit.verifying.Progress;
import com.weelo.dispatch.suite.SuiteService;
import com.weelo.dispatch.suite.verify.AuditTrail;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * A backlog of events into the chained record, beside COPY alone putting the same rows into a table
 * with the same indexes; then the record is verified.
 */
final class RecordsPerSecond implements Benchmark {

  private static final int WARM_UP = 300_000;
  private static final int MEASURED = 600_000;
  private static final int COPIED = 200_000;
  private static final int COPYING = 2; // as many as there are consumers
  private static final int TIMES = 3;

  @Override
  public String name() {
    return "records";
  }

  @Override
  public boolean needsServices() {
    return false;
  }

  @Override
  public Map<String, Object> run(BenchWorld world) throws Exception {
    var backlog = Backlog.fill(world, WARM_UP + MEASURED, Backlog.LAST_HOUR);
    world.suite().start(List.of(SuiteService.AUDIT));
    var perSecond = backlog.perSecondRead("audit", WARM_UP);
    var limit = copiedPerSecond(world);
    var figures = new LinkedHashMap<String, Object>();
    figures.put("events", MEASURED);
    figures.put("recordedPerSecond", Math.round(perSecond));
    figures.put("recordedPerSecondAim", 30_000);
    figures.put("copiedPerSecond", Math.round(limit));
    figures.put("ratio", BookToOffer.rounded(perSecond / limit));
    figures.put("ratioAim", 0.5);
    figures.putAll(verification(world));
    return figures;
  }

  /** The last of some times: code is compiled by then. */
  private static double copiedPerSecond(BenchWorld world) throws Exception {
    try (var connection = world.database("audit");
        var statement = connection.createStatement();
        var threads = Executors.newFixedThreadPool(COPYING)) {
      statement.execute("CREATE TABLE plain (LIKE records INCLUDING ALL)");
      var rows = someRows(connection);
      var perSecond = 0.0;
      for (var time = 0; time < TIMES; time++) {
        statement.execute("TRUNCATE plain");
        var copies = new ArrayList<Callable<Long>>();
        rows.forEach(part -> copies.add(() -> copyInto(world, part)));
        var begin = System.nanoTime();
        var copied = 0L;
        for (var copy : threads.invokeAll(copies)) {
          copied += copy.get();
        }
        perSecond = copied / ((System.nanoTime() - begin) / 1e9);
      }
      statement.execute("DROP TABLE plain");
      return perSecond;
    }
  }

  /** Parts of the record as COPY takes them, one for each connection. */
  private static List<byte[]> someRows(Connection connection) throws Exception {
    var parts = new ArrayList<byte[]>();
    for (var part = 0; part < COPYING; part++) {
      var rows = new ByteArrayOutputStream();
      copyManager(connection)
          .copyOut(
              """
              COPY (SELECT * FROM records WHERE chain %% %d = %d
                    ORDER BY log_offset LIMIT %d) TO STDOUT (FORMAT binary)
              """
                  .formatted(COPYING, part, COPIED / COPYING),
              rows);
      parts.add(rows.toByteArray());
    }
    return parts;
  }

  private static long copyInto(BenchWorld world, byte[] rows) throws Exception {
    try (var connection = world.database("audit")) {
      return copyManager(connection)
          .copyIn("COPY plain FROM STDIN (FORMAT binary)", new ByteArrayInputStream(rows), 1 << 16);
    }
  }

  private static CopyManager copyManager(Connection connection) throws SQLException {
    return connection.unwrap(PGConnection.class).getCopyAPI();
  }

  private static Map<String, Object> verification(BenchWorld world) throws SQLException {
    var audit = new AuditTrail(world.suite().settings());
    var figures = new LinkedHashMap<String, Object>();
    for (var time = 0; time < TIMES; time++) {
      var begin = System.nanoTime();
      var cpuBefore = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      var found = audit.verify(Clock.systemUTC(), Progress.NONE);
      var cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpuBefore;
      var seconds = (System.nanoTime() - begin) / 1e9;
      figures.put("verified", found.verified());
      figures.put("verifiedPerSecond", Math.round(found.records() / seconds));
      figures.put("verifiedPerSecondAim", 200_000);
      figures.put("verifiedPerCpuSecondOfOurs", Math.round(found.records() / (cpu / 1e9)));
    }
    return figures;
  }
}
