package com.weelo.dispatch.order.waves;

import static com.weelo.dispatch.order.testing.Api.trucks;
import static com.weelo.dispatch.order.testing.Places.somewhere;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.weelo.dispatch.events.GeoPoint;
import com.weelo.dispatch.order.testing.Answer;
import com.weelo.dispatch.order.testing.Api;
import com.weelo.dispatch.order.testing.Fleets;
import com.weelo.dispatch.order.testing.Fleets.Transporter;
import com.weelo.dispatch.order.testing.Invariants;
import com.weelo.dispatch.order.testing.OrderServiceTest;
import com.weelo.dispatch.order.testing.PublishedEvents;
import com.weelo.dispatch.testing.TestClock;
import com.weelo.dispatch.testing.Together;
import com.weelo.dispatch.testing.Tokens;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Whatever can happen to an order happens, in every order of arrival or all at once; what comes of
 * it has to be legal.
 */
@OrderServiceTest
class InterleavingsIT {

  private static final Duration TTL = Duration.ofMinutes(5);
  private static final int ACTORS = 8;
  private static final int ACTS = 300;

  private final Api api;
  private final Fleets fleets;
  private final Sweep sweep;
  private final TestClock clock;
  private final PublishedEvents events;
  private final Invariants invariants;
  private final GeoPoint place = somewhere();

  @Autowired
  InterleavingsIT(
      Api api,
      Fleets fleets,
      Sweep sweep,
      TestClock clock,
      PublishedEvents events,
      Invariants invariants) {
    this.api = api;
    this.fleets = fleets;
    this.sweep = sweep;
    this.clock = clock;
    this.events = events;
    this.invariants = invariants;
  }

  private enum Arrival {
    HOLD,
    CONFIRM,
    GIVE_BACK,
    HOLD_ENDS,
    CANCEL,
    DEADLINE
  }

  @Test
  void every_order_of_arrival_ends_in_a_legal_state() {
    var all = permutations(List.of(Arrival.values()));
    assertThat(all).hasSize(720);

    for (var n = 0; n < all.size(); n++) {
      var order = play(all.get(n), n);
      clock.letPass(TTL);
      await().until(() -> !invariants.status(order).isSearching());
      invariants.endedFullOrFullyReleased(order);
    }
  }

  /**
   * Two trucks, all or nothing: one transporter has one already, another one goes for the other.
   */
  private String play(List<Arrival> arrivals, int number) {
    var place = somewhere(); // at one place, those of the plays before would stand nearer
    var customer = "customer-" + number + place.latitude();
    var first = fleets.at(place, 100, Fleets.TRUCK, 1);
    var second = fleets.at(place, 200, Fleets.TRUCK, 1);
    var order = api.orders(customer, trucks(place, 2)).orderId();
    await().until(() -> events.offeredTo(order, Fleets.TRUCK).contains(second.id()));
    assertThat(api.takes(first, order, 1).status()).isEqualTo(200);
    var hold = "none";
    for (var arrival : arrivals) {
      var answer =
          switch (arrival) {
            case HOLD -> api.holds(second, order, 1);
            case CONFIRM -> api.confirms(second, hold, second.vehicles());
            case GIVE_BACK -> api.givesBack(second, hold);
            case HOLD_ENDS -> afterwards(Duration.ofSeconds(16), order);
            case CANCEL -> api.cancels(Tokens.customer(customer), order);
            case DEADLINE -> afterwards(TTL, order);
          };
      assertThat(answer.status()).as("%s in %s", arrival, arrivals).isLessThan(500);
      hold = answer.status() == 201 ? answer.holdId() : hold;
      invariants.hold(order);
    }
    return order;
  }

  private Answer afterwards(Duration time, String order) {
    clock.letPass(time);
    sweep.run();
    return api.reads(order);
  }

  private static <T> List<List<T>> permutations(List<T> some) {
    if (some.isEmpty()) {
      return List.of(List.of());
    }
    return some.stream()
        .flatMap(first -> {
          var others = new ArrayList<>(some);
          others.remove(first);
          return permutations(others).stream()
              .map(rest -> Stream.concat(Stream.of(first), rest.stream()).toList());
        })
        .toList();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void all_at_once_they_end_in_a_legal_state(long seed) {
    var market = new Market(seed);
    var random = new Random(seed);
    var acts =
        IntStream.range(0, ACTS)
            .<Runnable>mapToObj(n -> market.act(random))
            .collect(toCollection(ConcurrentLinkedQueue::new));

    Together.all(ACTORS, n -> performAll(acts));

    assertThat(market.orders).isNotEmpty();
    market.orders.forEach(invariants::hold);
    clock.letPass(TTL);
    market.orders.forEach(order -> {
      await().until(() -> !invariants.status(order).isSearching());
      invariants.hold(order);
    });
    assertThat(market.failures).isEmpty();
  }

  private static int performAll(Queue<Runnable> acts) {
    var performed = 0;
    for (var act = acts.poll(); act != null; act = acts.poll()) {
      act.run();
      performed++;
    }
    return performed;
  }

  /** Customers and transporters who act at random; each act is made up before anybody begins. */
  private final class Market {

    private final List<String> customers =
        IntStream.range(0, 4).mapToObj(n -> "customer-" + n + "-" + place.latitude()).toList();
    private final List<Transporter> transporters;
    private final List<String> orders = new CopyOnWriteArrayList<>();
    private final Map<String, Held> holds = new ConcurrentHashMap<>();
    private final List<String> latestHolds = new CopyOnWriteArrayList<>();
    private final List<String> assignments = new CopyOnWriteArrayList<>();
    private final List<Answer> failures = new CopyOnWriteArrayList<>();

    private record Held(Transporter transporter, List<String> vehicles) {}

    Market(long seed) {
      transporters = fleets.near(place, 6, 3 + (int) (seed % 3));
    }

    Runnable act(Random random) {
      var customer = customers.get(random.nextInt(customers.size()));
      var transporter = transporters.get(random.nextInt(transporters.size()));
      var which = random.nextInt(1_000);
      var trucks = 1 + random.nextInt(3);
      return switch (random.nextInt(24)) {
        case 0, 1, 2 -> () -> order(customer, which);
        case 3, 4, 5, 6, 7, 8, 9 -> () -> hold(transporter, which, trucks);
        case 10, 11, 12, 13, 14, 15 -> () -> confirm(which);
        case 16 -> () -> giveBack(which);
        case 17 -> () -> check(api.cancels(Tokens.ops("ops"), some(orders, which)));
        case 18, 19 -> () -> end(which, true);
        case 20 -> () -> end(which, false);
        case 21 -> () -> pass(Duration.ofSeconds(60));
        default -> () -> pass(Duration.ofSeconds(which % 12));
      };
    }

    private void order(String customer, int which) {
      var policies = List.of("all_or_nothing", "at_least", "best_effort");
      var body = Api.order(place, policies.get(which % 3), Api.wanted(Fleets.TRUCK, 1 + which % 5));
      body.put("minimumTrucks", 1);
      var answer = check(api.orders(customer, body));
      if (answer.status() == 201) {
        orders.add(answer.orderId());
      }
    }

    private void hold(Transporter transporter, int which, int trucks) {
      var vehicles = new ArrayList<>(transporter.vehicles());
      java.util.Collections.rotate(vehicles, which);
      var some = List.copyOf(vehicles.subList(0, trucks));
      var answer = check(api.holds(transporter, some(orders, which), some));
      if (answer.status() == 201) {
        holds.put(answer.holdId(), new Held(transporter, some));
        latestHolds.add(answer.holdId());
      }
    }

    private void confirm(int which) {
      var hold = some(latestHolds, which);
      var held = holds.get(hold);
      if (held != null) {
        assignments.addAll(
            check(api.confirms(held.transporter(), hold, held.vehicles())).assignments());
      }
    }

    private void giveBack(int which) {
      var hold = some(latestHolds, which);
      var held = holds.get(hold);
      if (held != null) {
        check(api.givesBack(held.transporter(), hold));
      }
    }

    private void end(int which, boolean delivered) {
      if (!assignments.isEmpty()) {
        var assignment = some(assignments, which);
        if (delivered) {
          fleets.delivers(assignment);
        } else {
          fleets.callsOff(assignment);
        }
      }
    }

    private void pass(Duration time) {
      clock.letPass(time);
      sweep.run();
    }

    /** One of the latest; for them most is going on. */
    private String some(List<String> all, int which) {
      var seen = List.copyOf(all);
      return seen.isEmpty() ? "none" : seen.get(seen.size() - 1 - which % Math.min(seen.size(), 4));
    }

    private Answer check(Answer answer) {
      if (answer.status() >= 500) {
        failures.add(answer);
      }
      return answer;
    }
  }
}
