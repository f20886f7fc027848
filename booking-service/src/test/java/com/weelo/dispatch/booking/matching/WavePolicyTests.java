package com.weelo.dispatch.booking.matching;

import static com.weelo.dispatch.booking.matching.Candidate.SkipReason.ALREADY_OFFERED;
import static com.weelo.dispatch.booking.matching.Candidate.SkipReason.ANOTHER_DRIVER_OF_TRANSPORTER_NEARER;
import static com.weelo.dispatch.booking.matching.Candidate.SkipReason.BEYOND_WAVE_SIZE;
import static org.assertj.core.api.Assertions.assertThat;

import com.weelo.dispatch.booking.matching.Wave.Outcome;
import com.weelo.dispatch.events.DriverId;
import com.weelo.dispatch.events.GeoPoint;
import com.weelo.dispatch.events.Offer;
import com.weelo.dispatch.events.TransporterId;
import com.weelo.dispatch.platform.redis.NearbyDrivers.Nearby;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class WavePolicyTests {

  private final WavePolicy policy = new WavePolicy(2, 1_000, 5_000);

  @Test
  void the_nearest_are_offered_it_until_the_wave_is_full() {
    var wave = policy.decide(1, drivers("a", "b", "c"), List.of());

    assertThat(wave.outcome()).isEqualTo(Outcome.OFFERED);
    assertThat(wave.offers())
        .containsExactly(
            new Offer(new TransporterId("a"), new DriverId("a-1"), 1),
            new Offer(new TransporterId("b"), new DriverId("b-2"), 2));
    assertThat(wave.candidates().get(2).reason()).isEqualTo(BEYOND_WAVE_SIZE);
  }

  @Test
  void who_was_asked_before_is_passed_over() {
    var wave = policy.decide(2, drivers("a", "b", "c"), transporters("b", "gone"));

    assertThat(wave.candidates())
        .extracting(Candidate::reason)
        .containsExactly(null, ALREADY_OFFERED, null);
  }

  @Test
  void a_transporter_is_asked_once_through_its_nearest_driver() {
    var wave = policy.decide(1, drivers("a", "a", "b"), List.of());

    assertThat(wave.candidates())
        .extracting(Candidate::reason)
        .containsExactly(null, ANOTHER_DRIVER_OF_TRANSPORTER_NEARER, null);
  }

  @Test
  void a_wave_that_finds_nobody_new_says_so() {
    assertThat(policy.decide(2, drivers("a"), transporters("a")).outcome())
        .isEqualTo(Outcome.NOBODY_NEW);
    assertThat(policy.decide(1, List.of(), List.of()).outcome()).isEqualTo(Outcome.NOBODY_NEW);
  }

  @Test
  void the_radius_doubles_up_to_its_end() {
    assertThat(List.of(1, 2, 3, 4, 100, Integer.MAX_VALUE))
        .extracting(policy::radius)
        .containsExactly(1_000L, 2_000L, 4_000L, 5_000L, 5_000L, 5_000L);
  }

  /** One driver of each transporter named, each a metre further away. */
  private static List<Nearby> drivers(String... transporters) {
    var drivers = new java.util.ArrayList<Nearby>();
    for (var transporter : transporters) {
      var meters = drivers.size() + 1;
      drivers.add(
          new Nearby(
              new DriverId(transporter + "-" + meters),
              new TransporterId(transporter),
              new GeoPoint(0, 0),
              meters,
              Duration.ZERO));
    }
    return drivers;
  }

  private static List<TransporterId> transporters(String... ids) {
    return Arrays.stream(ids).map(TransporterId::new).toList();
  }
}
