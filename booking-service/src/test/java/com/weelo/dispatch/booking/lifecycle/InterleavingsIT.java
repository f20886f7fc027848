package com.weelo.dispatch.booking.lifecycle;

import static com.weelo.dispatch.booking.Places.somewhere;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.weelo.dispatch.booking.Answer;
import com.weelo.dispatch.booking.Api;
import com.weelo.dispatch.booking.BookingServiceTest;
import com.weelo.dispatch.booking.Captains;
import com.weelo.dispatch.booking.PublishedEvents;
import com.weelo.dispatch.events.GeoPoint;
import com.weelo.dispatch.testing.TestClock;
import com.weelo.dispatch.testing.Together;
import com.weelo.dispatch.testing.Tokens;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/**
 * Customers, captains, ops, time and two sweepers all act at once, in an order that the seed and
 * the machine make up; whatever comes of it has to be a story that could have been told in order.
 */
@BookingServiceTest
class InterleavingsIT {

  private static final int ACTORS = 8;
  private static final int ACTS = 160;

  /** Created, offered anew, and then an end or a winner, who may be called off. */
  private static final Pattern STORY =
      Pattern.compile("created (rebroadcast )*(accepted (cancelled )?|expired |cancelled )");

  private final Api api;
  private final Captains captains;
  private final Sweep sweep;
  private final TestClock clock;
  private final PublishedEvents events;
  private final Bookings bookings;
  private final JdbcTemplate jdbc;

  private final GeoPoint place = somewhere();
  private final List<String> made = new CopyOnWriteArrayList<>();

  @Autowired
  InterleavingsIT(
      Api api,
      Captains captains,
      Sweep sweep,
      TestClock clock,
      PublishedEvents events,
      Bookings bookings,
      JdbcTemplate jdbc) {
    this.api = api;
    this.captains = captains;
    this.sweep = sweep;
    this.clock = clock;
    this.events = events;
    this.bookings = bookings;
    this.jdbc = jdbc;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void every_booking_has_a_story_that_could_have_been_told_in_order(long seed) {
    var rivals = captains.near(place, 25);
    var random = new Random(seed);
    var acts = new ConcurrentLinkedQueue<Supplier<Answer>>();
    IntStream.range(0, ACTS).forEach(n -> acts.add(act(random, seed, rivals)));

    var answers = Together.all(ACTORS, n -> performAll(acts)).stream().flatMap(List::stream);

    assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isLessThan(500));
    noCustomerHasTwoActiveBookings();
    untilNobodySearchesAnyMore();
    assertThat(made).isNotEmpty().allSatisfy(this::tellsAStory);
  }

  private Supplier<Answer> act(Random random, long seed, List<String> rivals) {
    var customer = "customer-" + seed + "-" + random.nextInt(4) + place.latitude();
    var captain = rivals.get(random.nextInt(rivals.size()));
    var which = random.nextInt(1_000);
    return switch (random.nextInt(20)) {
      case 0, 1, 2 -> () -> book(customer);
      case 3, 4, 5, 6, 7, 8 -> () -> api.accepts(captain, some(which));
      case 9, 10, 11, 12, 13 -> () -> api.declines(captain, some(which));
      case 14 -> () -> api.cancels(Tokens.customer(customer), some(which));
      case 15 -> () -> api.cancels(Tokens.ownerDriver(captain), some(which));
      case 16 -> () -> api.cancels(Tokens.ops("ops"), some(which));
      default -> () -> timePasses(Duration.ofSeconds(which % 15));
    };
  }

  private static List<Answer> performAll(Queue<Supplier<Answer>> acts) {
    var answers = new ArrayList<Answer>();
    for (var act = acts.poll(); act != null; act = acts.poll()) {
      answers.add(act.get());
    }
    return answers;
  }

  private Answer book(String customer) {
    var answer = api.books(customer, place);
    if (answer.status() == 201) {
      made.add(answer.bookingId());
    }
    return answer;
  }

  private Answer timePasses(Duration time) {
    clock.letPass(time);
    sweep.run();
    return api.get(Tokens.ops("ops"), "/bookings?limit=1");
  }

  /** One of the latest bookings; for them most is going on. */
  private String some(int which) {
    var latest = List.copyOf(made);
    return made.isEmpty()
        ? "none-yet"
        : made.get(made.size() - 1 - which % Math.min(made.size(), 3));
  }

  private void tellsAStory(String id) {
    var told = events.of(id);
    var booking = bookings.findById(id).orElseThrow();
    assertThat(story(told)).matches(STORY);
    assertThat(events.versionsOf(id)).isEqualTo(upTo(told.size()));
    assertThat(booking.version()).isEqualTo(told.size());
    assertThat("booking." + booking.statusAt(clock.instant()).code())
        .isEqualTo(told.getLast().path("eventType").asString());
    assertThat(
            jdbc.queryForList(
                "SELECT wave FROM booking_waves WHERE booking_id = ? ORDER BY wave",
                Integer.class,
                id))
        .isEqualTo(upTo(booking.wave()));

    var offered = texts(told, "transporterIds");
    assertThat(offered).doesNotHaveDuplicates();
    var open = new ArrayList<>(offered);
    booking.transporterId().ifPresent(winner -> assertThat(open.remove(winner.value())).isTrue());
    assertThat(texts(told, "withdrawnFrom")).isEqualTo(open);
  }

  private static List<Integer> upTo(long count) {
    return IntStream.rangeClosed(1, (int) count).boxed().toList();
  }

  private void untilNobodySearchesAnyMore() {
    clock.letPass(Duration.ofSeconds(61));
    await()
        .untilAsserted(() ->
            assertThat(
                    jdbc.queryForList(
                        "SELECT id FROM bookings WHERE status = 'searching'", String.class))
                .doesNotContainAnyElementsOf(made));
  }

  private void noCustomerHasTwoActiveBookings() {
    assertThat(
            jdbc.queryForList(
                """
                SELECT customer_id FROM bookings WHERE status IN ('searching', 'accepted')
                GROUP BY customer_id HAVING count(*) > 1
                """))
        .isEmpty();
  }

  private static String story(List<JsonNode> told) {
    var story = new StringBuilder();
    told.forEach(event ->
        story.append(event.path("eventType").asString().replace("booking.", "")).append(' '));
    return story.toString();
  }

  private static List<String> texts(List<JsonNode> told, String field) {
    return told.stream()
        .flatMap(event -> event.path("data").path(field).valueStream())
        .map(JsonNode::asString)
        .toList();
  }
}
