package com.weelo.dispatch.suite.bench;

import com.weelo.dispatch.events.BookingEvent;
import com.weelo.dispatch.events.BookingId;
import com.weelo.dispatch.events.DriverId;
import com.weelo.dispatch.events.Money;
import com.weelo.dispatch.events.NotificationEvent.Fcm;
import com.weelo.dispatch.events.NotificationEvent.Sms;
import com.weelo.dispatch.events.NotificationId;
import com.weelo.dispatch.events.Offer;
import com.weelo.dispatch.events.Place;
import com.weelo.dispatch.events.TransporterId;
import com.weelo.dispatch.events.UserId;
import com.weelo.dispatch.events.VehicleType;
import com.weelo.dispatch.fcm.Fault;
import com.weelo.dispatch.fcm.FcmEmulator;
import com.weelo.dispatch.fcm.SmsFault;
import com.weelo.dispatch.suite.SuiteService;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * Pushes to FCM's emulator, which takes its time to answer. First one booking that is offered to
 * 1,000 captains, until the last has its push; the same while the provider of text messages takes
 * and never answers; then a backlog of pushes to as many people, a second, beside the most that so
 * many connections can carry at that latency.
 */
final class PushesPerSecond implements Benchmark {

  private static final int CAPTAINS = 1_000;
  private static final int WARM_UP_BOOKINGS = 30;
  private static final int MEASURED_BOOKINGS = 15;

  /** More than are under way at the same time, so that all of what sends texts hangs. */
  private static final int HANGING_TEXTS = 100;

  private static final int PEOPLE = 60_000;
  private static final int WARM_UP_PUSHES = 20_000;
  private static final List<Duration> LATENCIES =
      List.of(Duration.ofMillis(50), Duration.ofMillis(200));

  /** As the worker has it by default. */
  private static final int CONNECTIONS = 400;

  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final long BETWEEN_LOOKS_NANOS = 500_000;

  @Override
  public String name() {
    return "pushes";
  }

  @Override
  public boolean needsServices() {
    return false;
  }

  @Override
  public Map<String, Object> run(BenchWorld world) throws Exception {
    try (var events = DirectEvents.to(world)) {
      world.suite().start(List.of(SuiteService.NOTIFICATION));
      register(world);
      var figures = new LinkedHashMap<String, Object>();
      figures.put("captains", CAPTAINS);
      answerAfter(world.suite().stores().fcm(), LATENCIES.getFirst());
      figures.put("offeredToAllMs", offers(world, events, 0, WARM_UP_BOOKINGS));
      hangTexts(world, events);
      figures.put(
          "offeredToAllWhileTextsHangMs",
          offers(world, events, WARM_UP_BOOKINGS + MEASURED_BOOKINGS, 0));
      figures.put("offeredToAllLimitMs", Map.of("p50", 300));
      for (var latency : LATENCIES) {
        figures.put("sustainedAt" + latency.toMillis() + "ms", sustained(world, events, latency));
      }
      figures.put("perSecondAimAt50ms", 4_000);
      return figures;
    }
  }

  /** Everybody has one phone. */
  private static void register(BenchWorld world) throws SQLException {
    try (var connection = world.database("notification");
        var statement =
            connection.prepareStatement(
                """
                INSERT INTO devices (token_hash, token, user_id, platform, registered_at)
                SELECT encode(sha256(('phone-' || n)::bytea), 'hex'), 'phone-' || n, 'user-' || n,
                       'android', now()
                FROM generate_series(1, ?) AS n
                """)) {
      statement.setInt(1, PEOPLE);
      statement.executeUpdate();
      try (var analyse = connection.createStatement()) {
        analyse.execute("ANALYZE devices");
      }
    }
  }

  /**
   * @param first number of the first booking
   * @param warmUp so many are not measured
   */
  private static Map<String, Object> offers(
      BenchWorld world, DirectEvents events, int first, int warmUp) throws Exception {
    var fcm = world.suite().stores().fcm();
    var took = new ArrayList<Long>();
    for (var i = 0; i < warmUp + MEASURED_BOOKINGS; i++) {
      var before = fcm.messages().total();
      var asked = System.nanoTime();
      events.tell(booking(first + i), 1L);
      awaitTotal(fcm, before + CAPTAINS);
      if (i >= warmUp) {
        took.add(System.nanoTime() - asked);
      }
      LockSupport.parkNanos(Duration.ofSeconds(1).toNanos()); // every device has its rate
    }
    Collections.sort(took);
    return Map.of(
        "p50", millis(took.get(took.size() / 2)),
        "min", millis(took.getFirst()),
        "max", millis(took.getLast()));
  }

  private static void hangTexts(BenchWorld world, DirectEvents events) throws SQLException {
    try (var connection = world.database("notification");
        var statement =
            connection.prepareStatement(
                """
                INSERT INTO contacts (user_id, channel, address, address_hash, registered_at)
                SELECT 'texted-' || n, 'sms', '+91' || 7000000000 + n, 'texted-' || n, now()
                FROM generate_series(1, ?) AS n
                """)) {
      statement.setInt(1, HANGING_TEXTS);
      statement.executeUpdate();
    }
    var fcm = world.suite().stores().fcm();
    fcm.failTexts(SmsFault.delaying(Duration.ofHours(1)).times(Integer.MAX_VALUE));
    for (var n = 1; n <= HANGING_TEXTS; n++) {
      events.tell(
          new Sms(
              new NotificationId("text-" + n),
              new UserId("texted-" + n),
              "trip",
              "New trip",
              now().plus(Duration.ofHours(1))),
          null);
    }
  }

  private static BookingEvent.Created booking(int number) {
    var place = new Place(12.97, 77.59, "MG Road 1");
    return new BookingEvent.Created(
        new BookingId("bench-" + number),
        new UserId("customer-" + number),
        new VehicleType("MINI_TRUCK"),
        place,
        place,
        new Money(50_000, "INR"),
        null,
        now().plusSeconds(60),
        1,
        IntStream.rangeClosed(1, CAPTAINS)
            // Not all the same thousand each time: a device gets so many a minute and an hour.
            .map(n -> n + CAPTAINS * (number % (PEOPLE / CAPTAINS)))
            .mapToObj(
                n -> new Offer(new TransporterId("user-" + n), new DriverId("user-" + n), 420))
            .toList());
  }

  private static Map<String, Object> sustained(
      BenchWorld world, DirectEvents events, Duration latency) throws Exception {
    var fcm = world.suite().stores().fcm();
    answerAfter(fcm, latency);
    var before = fcm.messages().total();
    for (var n = 1; n <= PEOPLE; n++) {
      events.tell(push(n, latency), null);
    }
    awaitTotal(fcm, before + WARM_UP_PUSHES);
    var began = System.nanoTime();
    var from = fcm.messages().total();
    awaitTotal(fcm, before + PEOPLE);
    var perSecond = (before + PEOPLE - from) / ((System.nanoTime() - began) / 1e9);
    var ceiling = CONNECTIONS * 1e9 / latency.toNanos();
    return Map.of(
        "perSecond", Math.round(perSecond),
        "ceiling", Math.round(ceiling),
        "ratio", BookToOffer.rounded(perSecond / ceiling));
  }

  private static Fcm push(int number, Duration latency) {
    return new Fcm(
        new NotificationId("bench-" + latency.toMillis() + "-" + number),
        new UserId("user-" + number),
        "booking",
        true,
        "Truck found",
        "A captain accepted your booking: Mini truck",
        Map.of("type", "booking_updated", "bookingId", "booking-" + number),
        "booking-" + number,
        now().plus(Duration.ofHours(1)),
        1L,
        null);
  }

  private static void answerAfter(FcmEmulator fcm, Duration latency) {
    fcm.recover();
    fcm.fail(Fault.delaying(latency).times(Integer.MAX_VALUE));
  }

  private static void awaitTotal(FcmEmulator fcm, long total) {
    var until = System.nanoTime() + PATIENCE.toNanos();
    while (fcm.messages().total() < total) {
      if (System.nanoTime() > until) {
        throw new IllegalStateException(
            (total - fcm.messages().total()) + " pushes did not come in " + PATIENCE);
      }
      LockSupport.parkNanos(BETWEEN_LOOKS_NANOS);
    }
  }

  private static Instant now() {
    return Clock.systemUTC().instant();
  }

  private static double millis(long nanos) {
    return BookToOffer.rounded(nanos / 1e6);
  }
}
