package com.weelo.dispatch.order;

import static com.weelo.dispatch.order.testing.Api.hold;
import static com.weelo.dispatch.order.testing.Api.trucks;
import static com.weelo.dispatch.order.testing.Fleets.TANKER;
import static com.weelo.dispatch.order.testing.Fleets.TRUCK;
import static com.weelo.dispatch.order.testing.Places.somewhere;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.weelo.dispatch.events.GeoPoint;
import com.weelo.dispatch.order.testing.Answer;
import com.weelo.dispatch.order.testing.Api;
import com.weelo.dispatch.order.testing.Fleets;
import com.weelo.dispatch.order.testing.Invariants;
import com.weelo.dispatch.order.testing.OrderServiceTest;
import com.weelo.dispatch.order.testing.PublishedEvents;
import com.weelo.dispatch.testing.TestClock;
import com.weelo.dispatch.testing.Together;
import com.weelo.dispatch.testing.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OrderServiceTest
class HoldsIT {

  private final Api api;
  private final Fleets fleets;
  private final PublishedEvents events;
  private final Invariants invariants;
  private final TestClock clock;
  private final GeoPoint place = somewhere();
  private final String customer = "customer-" + UUID.randomUUID();

  @Autowired
  HoldsIT(Api api, Fleets fleets, PublishedEvents events, Invariants invariants, TestClock clock) {
    this.api = api;
    this.fleets = fleets;
    this.events = events;
    this.invariants = invariants;
    this.clock = clock;
  }

  @Test
  void a_hold_reserves_a_request_for_each_vehicle_for_fifteen_seconds() {
    var transporter = fleets.near(place, 1, 3).getFirst();
    var order = offered(5, 1);

    var answer = api.holds(transporter, order, 3);

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.number("trucks")).isEqualTo(3);
    assertThat(Duration.between(clock.instant(), Instant.parse(answer.text("expiresAt"))))
        .isBetween(Duration.ofSeconds(5), Duration.ofSeconds(15));
    assertThat(api.reads(order).fill(TRUCK)).isEqualTo("0 of 5, 3 held");
    assertThat(PublishedEvents.texts(events.last(order, "truck.hold.reserved").path("vehicleIds")))
        .isEqualTo(transporter.vehicles());
    invariants.hold(order);
  }

  @Test
  void where_too_few_are_open_none_is_reserved() {
    var near = fleets.near(place, 2, 3);
    var order = offered(4, 2);
    api.holds(near.get(0), order, 3);

    var answer = api.holds(near.get(1), order, 2);

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.code()).isEqualTo("NOT_ENOUGH_OPEN_REQUESTS");
    assertThat(answer.number("open")).isEqualTo(1);
    assertThat(api.reads(order).fill(TRUCK)).isEqualTo("0 of 4, 3 held");
    assertThat(api.holds(near.get(1), order, 1).status()).isEqualTo(201);
    invariants.hold(order);
  }

  @Test
  void a_vehicle_that_is_taken_rolls_the_whole_hold_back() {
    var transporter = fleets.near(place, 1, 3).getFirst();
    var order = offered(5, 1);
    api.holds(transporter, order, transporter.vehicles().subList(2, 3));

    var answer = api.holds(transporter, order, transporter.vehicles());

    assertThat(answer.code()).isEqualTo("VEHICLE_BUSY");
    assertThat(api.reads(order).fill(TRUCK)).isEqualTo("0 of 5, 1 held");
    assertThat(api.holds(transporter, order, 2).status()).isEqualTo(201);
    invariants.hold(order);
  }

  @Test
  void somebody_elses_vehicle_or_one_of_another_type_rolls_it_back_too() {
    var near = fleets.near(place, 2, 1);
    var tanker = fleets.at(place, 300, TANKER, 1);
    var order = offered(2, 2);
    var mine = near.get(0);

    var foreign = List.of(mine.vehicles().getFirst(), near.get(1).vehicles().getFirst());
    assertThat(api.holds(mine, order, foreign).code()).isEqualTo("UNKNOWN_VEHICLE");
    assertThat(api.holds(mine, order, tanker.vehicles()).code()).isEqualTo("UNKNOWN_VEHICLE");
    var mixed = List.of(mine.vehicles().getFirst(), fleets.buys(mine.id(), TANKER));
    assertThat(api.holds(mine, order, mixed).code()).isEqualTo("WRONG_VEHICLE_TYPE");

    assertThat(api.reads(order).fill(TRUCK)).isEqualTo("0 of 2, 0 held");
    assertThat(events.of(order, "truck.hold.reserved")).isEmpty();
  }

  @Test
  void when_its_time_is_up_everything_is_free_again() {
    var transporter = fleets.near(place, 1, 2).getFirst();
    var order = offered(2, 1);
    var hold = api.holds(transporter, order, 2).holdId();

    clock.letPass(Duration.ofSeconds(16));

    await().until(() -> !events.of(order, "truck.hold.released").isEmpty());
    var released = events.last(order, "truck.hold.released");
    assertThat(released.path("holdId").asString()).isEqualTo(hold);
    assertThat(released.path("reason").asString()).isEqualTo("expired");
    assertThat(released.path("trucks").asInt()).isEqualTo(2);
    assertThat(api.reads(order).fill(TRUCK)).isEqualTo("0 of 2, 0 held");
    var late = api.confirms(transporter, hold, transporter.vehicles());
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.code()).isEqualTo("HOLD_EXPIRED");
    assertThat(api.takes(transporter, order, 2).status()).isEqualTo(200);
    invariants.hold(order);
  }

  @Test
  void a_transporter_may_give_a_hold_back() {
    var near = fleets.near(place, 2, 2);
    var order = offered(2, 2);
    var hold = api.holds(near.get(0), order, 2).holdId();
    assertThat(api.givesBack(near.get(1), hold).status()).isEqualTo(404);

    assertThat(api.givesBack(near.get(0), hold).status()).isEqualTo(204);
    assertThat(api.givesBack(near.get(0), hold).status()).isEqualTo(204);

    assertThat(events.of(order, "truck.hold.released")).hasSize(1);
    assertThat(events.last(order, "truck.hold.released").path("reason").asString())
        .isEqualTo("given_back");
    assertThat(api.takes(near.get(1), order, 2).status()).isEqualTo(200);
    invariants.hold(order);
  }

  @Test
  void what_was_confirmed_is_not_given_back() {
    var transporter = fleets.near(place, 1, 1).getFirst();
    var order = offered(1, 1);
    var hold = api.holds(transporter, order, 1).holdId();
    api.confirms(transporter, hold, transporter.vehicles());

    assertThat(api.givesBack(transporter, hold).code()).isEqualTo("HOLD_CONFIRMED");
    assertThat(api.reads(order).fill(TRUCK)).isEqualTo("1 of 1, 0 held");
  }

  @Test
  void who_confirms_again_gets_the_same_answer_and_nothing_more_happens() {
    var transporter = fleets.near(place, 1, 2).getFirst();
    var order = offered(2, 1);
    var hold = api.holds(transporter, order, 2).holdId();
    var first = api.confirms(transporter, hold, transporter.vehicles());

    var again = api.confirms(transporter, hold, transporter.vehicles());

    assertThat(again.status()).isEqualTo(200);
    assertThat(again.assignments()).containsExactlyInAnyOrderElementsOf(first.assignments());
    invariants.hold(order);
  }

  @RepeatedTest(5)
  void of_many_confirmations_at_once_one_confirms_and_all_get_its_answer() {
    var transporter = fleets.near(place, 1, 2).getFirst();
    var order = offered(2, 1);
    var hold = api.holds(transporter, order, 2).holdId();

    var answers = Together.all(6, n -> api.confirms(transporter, hold, transporter.vehicles()));

    assertThat(answers).extracting(Answer::status).containsOnly(200);
    assertThat(answers)
        .allSatisfy(answer ->
            assertThat(answer.assignments())
                .containsExactlyInAnyOrderElementsOf(answers.getFirst().assignments()));
    assertThat(events.of(order, "truck.request.accepted")).hasSize(2);
    invariants.hold(order);
  }

  @Test
  void every_vehicle_needs_a_driver_of_its_own() {
    var transporter = fleets.near(place, 1, 2).getFirst();
    var order = offered(2, 1);
    var hold = api.holds(transporter, order, 2).holdId();
    var one = transporter.vehicles().get(0);
    var two = transporter.vehicles().get(1);

    var missing = api.confirms(transporter, hold, Map.of(one, "driver-1"));
    assertThat(missing.status()).isEqualTo(400);
    assertThat(missing.badFields()).containsExactly("drivers." + two);
    var stranger = Map.of(one, "driver-1", two, "driver-2", "other", "driver-3");
    assertThat(api.confirms(transporter, hold, stranger).badFields()).containsExactly("drivers");
    var twice = api.confirms(transporter, hold, Map.of(one, "driver-1", two, "driver-1"));
    assertThat(twice.status()).isEqualTo(409);
    assertThat(twice.code()).isEqualTo("DRIVER_BUSY");

    assertThat(api.reads(order).fill(TRUCK)).isEqualTo("0 of 2, 2 held");
    assertThat(api.confirms(transporter, hold, transporter.vehicles()).status()).isEqualTo(200);
    invariants.hold(order);
  }

  @Test
  void a_driver_who_is_on_another_job_leaves_the_hold_as_it_was() {
    var near = fleets.near(place, 2, 1);
    var order = offered(2, 2);
    var driver = "driver-" + UUID.randomUUID();
    near.forEach(transporter -> fleets.employs(transporter.id(), driver));
    var first = api.holds(near.get(0), order, 1).holdId();
    var second = api.holds(near.get(1), order, 1).holdId();
    var vehicle = near.get(1).vehicles().getFirst();
    api.confirms(near.get(0), first, Map.of(near.get(0).vehicles().getFirst(), driver));

    var answer = api.confirms(near.get(1), second, Map.of(vehicle, driver));

    assertThat(answer.code()).isEqualTo("DRIVER_BUSY");
    assertThat(api.reads(order).fill(TRUCK)).isEqualTo("1 of 2, 1 held");
    assertThat(api.confirms(near.get(1), second, near.get(1).vehicles()).status()).isEqualTo(200);
    invariants.hold(order);
  }

  @Test
  void the_same_key_reserves_once() {
    var transporter = fleets.near(place, 1, 2).getFirst();
    var order = offered(4, 1);
    var path = "/orders/" + order + "/holds";
    var body = hold(transporter, transporter.vehicles());
    var token = Tokens.transporter(transporter.id());

    var answers = Together.all(4, n -> api.postWithKey(token, path, "key", body));

    assertThat(answers).extracting(Answer::status).containsOnly(201);
    assertThat(answers).extracting(Answer::body).containsOnly(answers.getFirst().body());
    assertThat(api.reads(order).fill(TRUCK)).isEqualTo("0 of 4, 2 held");
  }

  @RepeatedTest(10)
  void of_many_transporters_who_reserve_at_once_as_many_succeed_as_there_are_trucks() {
    var rivals = fleets.near(place, 10, 2);
    var order = offered(7, 10);

    var answers = Together.all(10, n -> api.holds(rivals.get(n), order, 2));

    assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(3);
    assertThat(answers)
        .filteredOn(answer -> answer.status() != 201)
        .hasSize(7)
        .extracting(Answer::code)
        .containsOnly("NOT_ENOUGH_OPEN_REQUESTS");
    assertThat(api.reads(order).fill(TRUCK)).isEqualTo("0 of 7, 6 held");
    invariants.hold(order);
  }

  @RepeatedTest(10)
  void a_vehicle_that_is_offered_to_many_orders_at_once_goes_to_one() {
    var transporter = fleets.near(place, 1, 2).getFirst();
    var orders =
        IntStream.range(0, 6)
            .mapToObj(n -> api.orders(n + customer, trucks(place, 2)).orderId())
            .toList();
    orders.forEach(order -> awaitOffered(order, 1));

    var answers =
        Together.all(
            6,
            n ->
                api.holds(
                    transporter,
                    orders.get(n),
                    n % 2 == 0
                        ? transporter.vehicles()
                        : List.copyOf(transporter.vehicles().reversed())));

    assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
    assertThat(answers)
        .filteredOn(answer -> answer.status() != 201)
        .extracting(Answer::code)
        .containsOnly("VEHICLE_BUSY");
    orders.forEach(invariants::hold);
  }

  @Test
  void a_fleets_driver_and_a_customer_do_not_reserve() {
    var transporter = fleets.near(place, 1, 1).getFirst();
    var order = offered(1, 1);
    var path = "/orders/" + order + "/holds";
    var body = hold(transporter, transporter.vehicles());

    assertThat(api.post(Tokens.driver("d", transporter.id()), path, body).status()).isEqualTo(403);
    assertThat(api.post(Tokens.customer(customer), path, body).status()).isEqualTo(403);
    assertThat(api.post(Tokens.transporter("t"), "/orders/none/holds", body).status())
        .isEqualTo(404);
  }

  @Test
  void a_hold_of_somebody_else_does_not_exist() {
    var near = fleets.near(place, 2, 1);
    var order = offered(2, 2);
    var hold = api.holds(near.get(0), order, 1).holdId();

    assertThat(api.confirms(near.get(1), hold, near.get(1).vehicles()).status()).isEqualTo(404);
    assertThat(api.confirms(near.get(1), "none", near.get(1).vehicles()).status()).isEqualTo(404);
  }

  private String offered(int trucks, int transporters) {
    var order = api.orders(customer, trucks(place, trucks)).orderId();
    awaitOffered(order, transporters);
    return order;
  }

  private void awaitOffered(String order, int transporters) {
    await().until(() -> events.offeredTo(order, TRUCK).size() == transporters);
  }
}
