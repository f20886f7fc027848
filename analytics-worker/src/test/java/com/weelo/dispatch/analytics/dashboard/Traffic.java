package com.weelo.dispatch.analytics.dashboard;

import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Captains who drive about a city and report one after the other, and bookings that search. */
final class Traffic implements AutoCloseable {

  private static final int TICK_MILLIS = 500;

  /** Of eight ticks each captain reports in one. */
  private static final int TURNS = 8;

  private static final int BOOKINGS = 40;
  private static final double DEGREES_A_REPORT = 0.0004;
  private static final String[] STATES = {"free", "free", "busy"};

  private final DashboardServer server;
  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
  private final double[] lats;
  private final double[] lngs;
  private int tick;

  Traffic(DashboardServer server, int captains) {
    this.server = server;
    var random = new Random(17);
    this.lats = random.doubles(captains).map(share -> 12.9 + 0.15 * share).toArray();
    this.lngs = random.doubles(captains).map(share -> 77.5 + 0.2 * share).toArray();
  }

  void start() {
    server.begins(
        DashboardMessages.snapshot(
            captains(0, 1),
            IntStream.range(0, BOOKINGS).mapToObj(this::booking).collect(Collectors.joining(","))));
    clock.scheduleAtFixedRate(this::move, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }

  private void move() {
    var turn = tick++ % TURNS;
    for (int i = turn; i < lats.length; i += TURNS) {
      var heading = (i % 4) * Math.PI / 2 + tick / 200.0;
      lats[i] += DEGREES_A_REPORT * Math.cos(heading);
      lngs[i] += DEGREES_A_REPORT * Math.sin(heading);
    }
    server.say("captains", "{\"changed\":[%s],\"gone\":[]}".formatted(captains(turn, TURNS)));
    server.say("figures", DashboardMessages.figures());
    server.say(
        "events",
        DashboardMessages.event("e-" + tick, "booking.created", "b-1", "one of many " + tick));
  }

  private String captains(int first, int step) {
    return IntStream.iterate(first, i -> i < lats.length, i -> i + step)
        .mapToObj(this::captain)
        .collect(Collectors.joining(","));
  }

  private String captain(int i) {
    return String.format(
        Locale.ROOT,
        "{\"id\":\"drv_%d\",\"lat\":%.6f,\"lng\":%.6f,\"state\":\"%s\",\"type\":null}",
        i,
        lats[i],
        lngs[i],
        STATES[i % STATES.length]);
  }

  private String booking(int i) {
    return String.format(
        Locale.ROOT,
        "{\"id\":\"b-%d\",\"kind\":\"booking\",\"lat\":%.6f,\"lng\":%.6f,\"status\":\"searching\","
            + "\"wave\":1,\"offered\":10,\"radiusMeters\":1500,\"winner\":null}",
        i,
        lats[i],
        lngs[i]);
  }
}
