package com.weelo.dispatch.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.weelo.dispatch.suite.client.RestCall;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What everybody sees of one booking. */
@SystemTest
class FirstRideIT {

  private static final int WAVE = 10;

  private final RunningSuite suite;
  private final City city;
  private List<Captain> captains = List.of();

  FirstRideIT(RunningSuite suite) {
    this.suite = suite;
    this.city = suite.city();
  }

  @BeforeEach
  void captainsWaitAroundTheMarket() {
    captains = city.withCaptains(WAVE + 2).around(city.market());
  }

  @Test
  void theNearestCaptainsHearOfItOneWinsAndTheOthersScreensClear() {
    var customer = city.customer();
    var customersApp = customer.opensApp();
    var nearest = captains.subList(0, WAVE);
    var winner = captains.get(3);

    var booking = customer.books();

    assertThat(firstWaveOf(booking)).containsExactlyElementsOf(ids(nearest));
    for (var captain : nearest) {
      var offer = captain.app().await("new_broadcast", booking);
      assertThat(offer.path("data").path("wave").asInt()).isEqualTo(1);
      assertThat(offer.path("room").asString()).isEqualTo("user:" + captain.id());
      await("a push to " + captain.id())
          .atMost(SystemTest.PATIENCE)
          .untilAsserted(() -> assertThat(captain.pushes("offer", booking)).hasSize(1));
    }

    Answer.to(winner.accepts(booking), 200);
    Answer.to(captains.get(5).accepts(booking), 409);
    Answer.to(winner.accepts(booking), 200); // the winner may ask again

    var update = customersApp.await("booking_updated", booking).path("data");
    assertThat(update.path("status").asString()).isEqualTo("accepted");
    assertThat(update.path("transporterId").asString()).isEqualTo(winner.id());
    nearest.stream()
        .filter(captain -> captain != winner)
        .forEach(loser -> {
          var withdrawal = loser.app().await("broadcast_withdrawn", booking);
          assertThat(withdrawal.path("data").path("reason").asString()).isEqualTo("taken");
        });
    winner.app().await("booking_updated", booking);
    assertThat(winner.app().frames("broadcast_withdrawn", booking)).isEmpty();
    awaitTimeline(customer, booking, "booking.created", "booking.accepted");
    assertThat(customer.looksAt(booking).path("status").asString()).isEqualTo("accepted");
  }

  @Test
  void aCaptainWhoWasInATunnelIsToldAllThatHappenedMeanwhile() {
    var captain = captains.getFirst();
    var before = city.customer();
    var seen = before.books();
    captain.app().await("new_broadcast", seen);
    var readSoFar = captain.app().position();
    captain.app().close();

    before.cancels(seen);
    awaitTimeline(before, seen, "booking.created", "booking.cancelled");
    var missed = city.customer().books();
    captains.get(1).app().await("new_broadcast", missed);

    var reopened = captain.reopensApp(readSoFar);
    assertThat(reopened.awaitWelcome().path("recovered").asBoolean()).isTrue();
    reopened.await("broadcast_withdrawn", seen);
    reopened.await("new_broadcast", missed);
    var after = city.customer().books();
    reopened.await("new_broadcast", after);
    assertThat(reopened.events())
        .extracting(frame -> frame.path("data").path("bookingId").asString())
        .containsExactly(seen, missed, after);
    assertThat(reopened.events())
        .extracting(frame -> frame.path("offset").asLong() - readSoFar.offset())
        .containsExactly(1L, 2L, 3L);
  }

  @Test
  void aCaptainWhoWasAwayTooLongIsToldSo() {
    var captain = captains.getFirst();
    captain.app().close();

    var reopened = captain.reopensApp(new AppSocket.Position("of-another-time", 3));

    assertThat(reopened.awaitWelcome().path("recovered").asBoolean()).isFalse();
    var booking = city.customer().books();
    reopened.await("new_broadcast", booking);
    assertThat(reopened.events()).hasSize(1);
  }

  private List<String> firstWaveOf(String booking) {
    var call = RestCall.get("/api/v1/bookings/" + booking + "/decisions");
    var decisions =
        Answer.to(suite.client().booking().send(call.by(suite.tokens().ops("test"))), 200).json();
    return decisions
        .path("waves")
        .path(0)
        .path("candidates")
        .valueStream()
        .filter(candidate -> candidate.path("decision").asString("").equals("offered"))
        .map(candidate -> candidate.path("transporterId").asString())
        .toList();
  }

  private static void awaitTimeline(Customer customer, String booking, String... types) {
    await("the timeline of " + booking)
        .atMost(SystemTest.PATIENCE)
        .untilAsserted(() ->
            assertThat(customer.looksAt(booking + "/timeline").path("events"))
                .extracting(event -> event.path("type").asString())
                .containsSubsequence(types));
  }

  private static List<String> ids(List<Captain> captains) {
    return captains.stream().map(Captain::id).toList();
  }
}
