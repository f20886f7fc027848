package com.weelo.dispatch.system;

import static org.awaitility.Awaitility.await;

import com.weelo.dispatch.suite.SuitePorts;
import com.weelo.dispatch.suite.SuiteService;
import com.weelo.dispatch.suite.client.DispatchClient;
import com.weelo.dispatch.suite.client.Json;
import com.weelo.dispatch.suite.client.RestCall;
import com.weelo.dispatch.suite.verify.Journal;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/**
 * A steady stream of bookings, acceptances, positions and of whatever else, by ordinary clients. So
 * many begin each second, however long those before take; only while the services are cold those
 * stay away who would have to wait.
 */
final class RollingTraffic implements AutoCloseable {

  private static final int PLACES = 5;
  private static final int CAPTAINS_AT_EACH = 2;
  private static final int CUSTOMER_CLIENTS = 8;

  /** Else cold services would have ever more to do, and never come to compile any of it. */
  private static final int OPEN_WHILE_COLD = 16;

  private static final Duration WARM_ONCE_NOBODY_STAYED_AWAY_FOR = Duration.ofSeconds(10);

  private final Queue<String> failures = new ConcurrentLinkedQueue<>();
  private final Map<String, String> booked = new ConcurrentHashMap<>();
  private final Map<String, String> winners = new ConcurrentHashMap<>();
  private final AtomicLong calls = new AtomicLong();
  private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(2);
  private final ExecutorService people = Executors.newVirtualThreadPerTaskExecutor();
  private final List<City> places;
  private final List<PlainClient> clients;
  private final List<RollingCaptain> captains = new ArrayList<>();
  private final DispatchClient sockets;
  private final Journal journal;
  private final SmallTalk smallTalk;
  private final AtomicLong open = new AtomicLong();
  private final AtomicLong next = new AtomicLong();
  private volatile boolean warm;
  private volatile long stayedAwayAt;

  private RollingTraffic(RunningSuite suite, SuitePorts entrances, Journal journal) {
    this.journal = journal;
    this.places = IntStream.range(0, PLACES).mapToObj(n -> suite.city()).toList();
    this.clients =
        IntStream.range(0, CUSTOMER_CLIENTS)
            .mapToObj(n -> new PlainClient(entrances, failures))
            .toList();
    this.sockets = new DispatchClient(entrances, 1);
    this.smallTalk = new SmallTalk(suite.tokens(), this, new PlainClient(entrances, failures));
  }

  /** Sets it going; bookings answered with success are noted in the journal. */
  static RollingTraffic begin(
      RunningSuite suite, SuitePorts entrances, int bookingsPerSecond, Path journal)
      throws IOException {
    var traffic = new RollingTraffic(suite, entrances, Journal.begin(journal));
    for (var place : traffic.places) {
      for (var i = 0; i < CAPTAINS_AT_EACH; i++) {
        traffic.captains.add(
            RollingCaptain.begin(
                place,
                60 * i,
                traffic,
                new PlainClient(entrances, traffic.failures),
                traffic.sockets));
      }
    }
    traffic.every(1_000_000 / bookingsPerSecond, traffic::book);
    for (var captain : traffic.captains) {
      traffic.every(1_000_000, captain::report);
    }
    traffic.every(250_000, traffic.smallTalk::talk);
    return traffic;
  }

  private void every(long micros, Runnable call) {
    var unused = clock.scheduleAtFixedRate(() -> come(call), micros, micros, TimeUnit.MICROSECONDS);
  }

  private void come(Runnable call) {
    if (warm || open.get() < OPEN_WHILE_COLD) {
      beside(call);
    } else {
      stayedAwayAt = System.nanoTime();
    }
  }

  /** Does something that may take a while. */
  void beside(Runnable call) {
    open.incrementAndGet();
    people.execute(() -> {
      try {
        call.run();
      } finally {
        open.decrementAndGet();
      }
    });
  }

  /**
   * Sends a call and holds its answer against what is expected.
   *
   * @return the answer, where it is one of the expected
   */
  Optional<HttpResponse<String>> expect(
      Set<Integer> statuses, PlainClient client, SuiteService service, RestCall call) {
    calls.incrementAndGet();
    var answer = client.send(service, call);
    answer
        .filter(given -> !statuses.contains(given.statusCode()))
        .ifPresent(given ->
            complain(
                "%s %s: %d %s"
                    .formatted(call.method(), call.path(), given.statusCode(), given.body())));
    return answer.filter(given -> statuses.contains(given.statusCode()));
  }

  void complain(String what) {
    failures.add(what);
  }

  void won(String booking, String captain) {
    var other = winners.put(booking, captain);
    if (other != null && !other.equals(captain)) {
      complain("%s was won by %s and by %s".formatted(booking, other, captain));
    }
  }

  private void book() {
    var number = next.getAndIncrement();
    var customer = places.get((int) (number % PLACES)).customer();
    var client = clients.get((int) (number % CUSTOMER_CLIENTS));
    expect(
            Set.of(201),
            client,
            SuiteService.BOOKING,
            customer.asking("the truck of " + customer.id()))
        .map(answer -> Json.tree(answer.body()).path("bookingId").asString())
        .ifPresent(booking -> {
          journal.booked(booking, customer.id());
          booked.put(booking, customer.id());
        });
  }

  /** Calls without an answer, and answers and frames that should not have been. */
  List<String> failures() {
    return List.copyOf(failures);
  }

  Map<String, String> winners() {
    return winners;
  }

  List<RollingCaptain> captains() {
    return captains;
  }

  /** Waits until the services keep up; from then on everybody comes. */
  void awaitWarm() {
    stayedAwayAt = System.nanoTime();
    await("the services keep up")
        .atMost(SystemTest.PATIENCE)
        .until(() -> System.nanoTime() - stayedAwayAt > WARM_ONCE_NOBODY_STAYED_AWAY_FOR.toNanos());
    warm = true;
  }

  /** Waits for so many more bookings to be accepted. */
  void awaitAcceptances(int more) {
    var before = winners.size();
    await(more + " more acceptances")
        .atMost(SystemTest.PATIENCE)
        .until(() -> winners.size() >= before + more);
  }

  /**
   * Begins nothing more, and waits until somebody has won each booking, unless something failed.
   */
  @Override
  public void close() throws IOException {
    clock.shutdown();
    await("a winner of each booking")
        .atMost(SystemTest.PATIENCE)
        .until(
            () -> clock.isTerminated() && open.get() == 0 && (isEachWon() || !failures.isEmpty()));
    people.close();
    captains.forEach(RollingCaptain::close);
    sockets.close();
    journal.close();
  }

  private boolean isEachWon() {
    return winners.keySet().containsAll(booked.keySet());
  }

  @Override
  public String toString() {
    return "%d calls, %d bookings, %d acceptances, %d frames, %d sockets sent away"
        .formatted(
            calls.get(),
            booked.size(),
            winners.size(),
            captains.stream().mapToLong(RollingCaptain::frames).sum(),
            captains.stream().mapToLong(RollingCaptain::timesSentAway).sum());
  }
}
