package com.weelo.dispatch.suite.cli;

import com.weelo.dispatch.suite.data.Freight;
import com.weelo.dispatch.suite.measuring.Latencies;
import com.weelo.dispatch.suite.simulator.Count;
import com.weelo.dispatch.suite.simulator.Measurements;
import com.weelo.dispatch.suite.simulator.Timing;
import java.time.Duration;
import java.util.Locale;

/** What a simulation came to, for people to read. */
final class DemoReport {

  private final Terminal terminal;
  private final Measurements measured;
  private final Freight freight;
  private final Duration warmUp;

  DemoReport(Terminal terminal, Measurements measured, Freight freight, Duration warmUp) {
    this.terminal = terminal;
    this.measured = measured;
    this.freight = freight;
    this.warmUp = warmUp;
  }

  void print(long pushes) {
    terminal.line("");
    counts(pushes).lines().forEach(terminal::line);
    terminal.line("");
    terminal.line(
        (freight.isMadeUp() ? "Orders, of freight that is made up" : "Orders, of real freight")
            + ", around %s:".formatted(freight.busiestArea()));
    orders().lines().forEach(terminal::line);
    terminal.line("");
    terminal.line("Timed after a warm-up of %d s:".formatted(warmUp.toSeconds()));
    latencies().lines().forEach(terminal::line);
  }

  private Table counts(long pushes) {
    var booked = count(Count.BOOKED);
    return new Table()
        .row("captains online", count(Count.CAPTAINS), "")
        .row("bookings", booked, refused())
        .row("  matched", count(Count.MATCHED), Percent.of(count(Count.MATCHED), booked))
        .row("  nobody came", count(Count.EXPIRED), Percent.of(count(Count.EXPIRED), booked))
        .row("  called off", count(Count.CANCELLED), Percent.of(count(Count.CANCELLED), booked))
        .row("offers", count(Count.OFFERS), "")
        .row("  withdrawn", count(Count.WITHDRAWALS), "")
        .row("races lost", count(Count.LOST_RACES), "")
        .row("frames", count(Count.FRAMES), "")
        .row("pushes", pushes, "")
        .row("positions sent", count(Count.FIXES), "");
  }

  private Table orders() {
    var orders = count(Count.ORDERS);
    var trucks = count(Count.TRUCKS_REQUESTED);
    var holds = count(Count.HOLDS);
    return new Table()
        .row("transporters", count(Count.TRANSPORTERS), "")
        .row("  their trucks", count(Count.TRUCKS), "")
        .row("orders placed", orders, "")
        .row("  all trucks found", count(Count.ORDERS_FULL), share(Count.ORDERS_FULL, orders))
        .row(
            "  enough found",
            count(Count.ORDERS_WITH_QUORUM),
            share(Count.ORDERS_WITH_QUORUM, orders))
        .row("  too few found", count(Count.ORDERS_EXPIRED), share(Count.ORDERS_EXPIRED, orders))
        .row("  called off", count(Count.ORDERS_CANCELLED), share(Count.ORDERS_CANCELLED, orders))
        .row("  completed", count(Count.ORDERS_COMPLETED), share(Count.ORDERS_COMPLETED, orders))
        .row("trucks requested", trucks, "")
        .row("  filled", count(Count.TRUCKS_FILLED), share(Count.TRUCKS_FILLED, trucks))
        .row("holds", holds, "")
        .row("  confirmed", count(Count.HOLDS_CONFIRMED), share(Count.HOLDS_CONFIRMED, holds))
        .row("  given back", count(Count.HOLDS_GIVEN_BACK), share(Count.HOLDS_GIVEN_BACK, holds))
        .row("  expired", count(Count.HOLDS_EXPIRED), share(Count.HOLDS_EXPIRED, holds))
        .row("holds too late", count(Count.HOLDS_TOO_LATE), "")
        .row("trips delivered", count(Count.TRIPS_DELIVERED), "bookings' and orders'")
        .row("payments", count(Count.PAYMENTS), "");
  }

  private String share(Count part, long whole) {
    return Percent.of(count(part), whole);
  }

  private String refused() {
    var refused = count(Count.REFUSED);
    return refused == 0 ? "" : refused + " refused";
  }

  private Table latencies() {
    var table = new Table().row("latency, ms", "count", "p50", "p95", "p99", "max");
    for (var timing : Timing.values()) {
      var latencies = measured.of(timing);
      table.row(
          timing.label(),
          latencies.count(),
          millis(latencies, 50),
          millis(latencies, 95),
          millis(latencies, 99),
          String.format(Locale.ROOT, "%.1f", latencies.max()));
    }
    return table;
  }

  private static String millis(Latencies latencies, double percentile) {
    return String.format(Locale.ROOT, "%.1f", latencies.percentile(percentile));
  }

  private long count(Count count) {
    return measured.of(count);
  }
}
