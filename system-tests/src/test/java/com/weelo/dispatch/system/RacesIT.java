package com.weelo.dispatch.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.weelo.dispatch.suite.client.RestReply;
import com.weelo.dispatch.testing.ReceivedRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Test;

/** All captains of a wave accept at the same instant, again and again. */
@SystemTest
class RacesIT {

  private static final int RACES = 100;
  private static final int RACERS = 10;
  private static final String ACCEPTED = "booking.accepted";

  @Test
  void oneWinsEachRaceAndEverybodyIsToldTheSame(RunningSuite suite) {
    var city = suite.city();
    var captains = city.withCaptains(RACERS).around(city.market());
    try (var topic = suite.probe(ACCEPTED)) {
      var winners = new HashMap<String, Captain>();
      for (var race = 0; race < RACES; race++) {
        var booking = city.customer().books();
        winners.put(booking, race(captains, booking));
      }

      await("the news of all races")
          .atMost(SystemTest.PATIENCE)
          .pollInSameThread()
          .until(() -> keysOf(topic.received(ACCEPTED)).containsAll(winners.keySet()));
      for (var captain : captains) {
        winners.forEach((booking, winner) -> toldOf(booking, winner, captain));
      }
      assertThat(keysOf(topic.received(ACCEPTED)))
          .containsExactlyInAnyOrderElementsOf(winners.keySet());
    }
  }

  /** Answers who won. */
  private static Captain race(List<Captain> captains, String booking) {
    var calls = captains.stream().map(captain -> captain.accepts(booking)).toList();
    var winners = new ArrayList<Captain>();
    var codes = new ArrayList<String>();
    for (var i = 0; i < captains.size(); i++) {
      RestReply reply = Answer.to(calls.get(i));
      if (reply.status() == 200) {
        winners.add(captains.get(i));
        assertThat(reply.json().path("transporterId").asString()).isEqualTo(captains.get(i).id());
      } else {
        codes.add(reply.status() + " " + reply.problemCode());
      }
    }
    assertThat(winners).hasSize(1);
    assertThat(codes).hasSize(RACERS - 1).containsOnly("409 ALREADY_TAKEN");
    return winners.getFirst();
  }

  private static void toldOf(String booking, Captain winner, Captain captain) {
    if (captain == winner) {
      captain.app().await("booking_updated", booking);
      assertThat(captain.app().frames("broadcast_withdrawn", booking)).isEmpty();
    } else {
      captain.app().await("broadcast_withdrawn", booking);
      assertThat(captain.app().frames("broadcast_withdrawn", booking)).hasSize(1);
    }
  }

  private static List<String> keysOf(List<ReceivedRecord> records) {
    return records.stream().map(record -> String.valueOf(record.key())).toList();
  }
}
