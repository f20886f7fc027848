package com.weelo.dispatch.location.cleaning;

import static com.weelo.dispatch.location.cleaning.Outcome.DUPLICATE;
import static com.weelo.dispatch.location.cleaning.Outcome.IMPOSSIBLE_SPEED;
import static com.weelo.dispatch.location.cleaning.Outcome.INACCURATE;
import static com.weelo.dispatch.location.cleaning.Outcome.INDEXED;
import static com.weelo.dispatch.location.cleaning.Outcome.OUTDATED;
import static com.weelo.dispatch.location.cleaning.Outcome.STORED;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A truck on a straight road: {@code at(60).km(1)} is a fix after a minute and a kilometre. */
class CleaningPolicyTests {

  private static final Road ROAD = Road.SOMEWHERE;

  private final CleaningPolicy policy = Policies.cleaning();
  private Track track = Track.UNKNOWN;

  @Test
  void the_first_fix_is_believed() {
    assertThat(judge(ROAD.at(0))).isEqualTo(INDEXED);
  }

  @Test
  void a_truck_that_drives_is_followed() {
    judge(ROAD.at(0));

    assertThat(judge(ROAD.at(60).km(1))).isEqualTo(INDEXED);
    assertThat(judge(ROAD.at(120).km(2))).isEqualTo(INDEXED);
    assertThat(current()).isEqualTo(Sighting.of(ROAD.at(120).km(2).fix()));
  }

  @Test
  void a_parked_truck_stays_fresh() {
    judge(ROAD.at(0));

    assertThat(judge(ROAD.at(1))).isEqualTo(INDEXED);
    assertThat(judge(ROAD.at(61))).isEqualTo(INDEXED);
  }

  @Test
  void the_same_instant_is_a_duplicate_wherever_it_is() {
    judge(ROAD.at(0));

    assertThat(judge(ROAD.at(0))).isEqualTo(DUPLICATE);
    assertThat(judge(ROAD.at(0).km(0.1))).isEqualTo(DUPLICATE);
  }

  @Test
  void instants_are_told_apart_by_the_millisecond_as_history_does() {
    judge(ROAD.at(0));

    assertThat(judge(ROAD.at(0).later(Duration.ofNanos(1_000)))).isEqualTo(DUPLICATE);
    assertThat(judge(ROAD.at(0).later(Duration.ofMillis(1)))).isEqualTo(INDEXED);
  }

  @Test
  void a_number_sent_again_and_stamped_on_arrival_is_a_duplicate() {
    judge(ROAD.at(0).number(7));

    assertThat(judge(ROAD.at(3).number(7))).isEqualTo(DUPLICATE);
  }

  @Test
  void a_number_says_nothing_after_a_while_or_somewhere_else() {
    judge(ROAD.at(0).number(7));

    assertThat(judge(ROAD.at(3).km(0.1).number(7))).isEqualTo(INDEXED);
    assertThat(judge(ROAD.at(64).km(0.1).number(7))).isEqualTo(INDEXED);
  }

  @Test
  void a_straggler_stamped_on_arrival_does_not_overtake() {
    judge(ROAD.at(0).number(7));

    assertThat(judge(ROAD.at(3).km(0.1).number(6))).isEqualTo(OUTDATED);
  }

  @Test
  void a_device_that_counts_anew_is_believed_after_a_minute() {
    judge(ROAD.at(0).number(700));

    assertThat(judge(ROAD.at(30).number(1))).isEqualTo(OUTDATED);
    assertThat(judge(ROAD.at(61).number(2))).isEqualTo(INDEXED);
    assertThat(judge(ROAD.at(91).number(3))).isEqualTo(INDEXED);
  }

  @Test
  void a_late_fix_is_history_and_leaves_the_current_position_alone() {
    judge(ROAD.at(600).km(5));

    assertThat(judge(ROAD.at(300).km(2))).isEqualTo(STORED);
    assertThat(current()).isEqualTo(Sighting.of(ROAD.at(600).km(5).fix()));
  }

  @Test
  void a_late_fix_from_where_the_truck_can_not_have_been_is_dropped() {
    judge(ROAD.at(600).km(5));

    assertThat(judge(ROAD.at(540).km(50))).isEqualTo(IMPOSSIBLE_SPEED);
    assertThat(judge(ROAD.at(660).km(6))).isEqualTo(INDEXED);
  }

  @Test
  void a_fix_from_before_what_history_keeps_is_outdated() {
    var now = ROAD.at(0).fix().recordedAt();
    var days = Duration.ofDays(30).toSeconds();

    assertThat(policy.judge(track, ROAD.at(-days).fix(), now).outcome()).isEqualTo(INDEXED);
    assertThat(policy.judge(track, ROAD.at(-days - 1).fix(), now).outcome()).isEqualTo(OUTDATED);
  }

  @Test
  void a_device_that_is_not_sure_is_not_believed() {
    assertThat(judge(ROAD.at(0).accurateTo(251))).isEqualTo(INACCURATE);
    assertThat(judge(ROAD.at(0).accurateTo(250))).isEqualTo(INDEXED);
  }

  @Test
  void a_quarter_of_a_kilometre_needs_no_time() {
    judge(ROAD.at(0));

    assertThat(judge(ROAD.at(0).later(Duration.ofMillis(1)).km(0.249))).isEqualTo(INDEXED);
  }

  @Test
  void a_spike_is_dropped_and_the_way_back_from_it_is_not() {
    judge(ROAD.at(0));

    assertThat(judge(ROAD.at(60).km(40))).isEqualTo(IMPOSSIBLE_SPEED);
    assertThat(judge(ROAD.at(120).km(1))).isEqualTo(INDEXED);
    assertThat(track.elsewhere()).isNull();
  }

  @Test
  void a_long_silence_lets_a_truck_come_back_far_away() {
    judge(ROAD.at(0));

    assertThat(judge(ROAD.at(3_600).km(150))).isEqualTo(INDEXED);
  }

  @Test
  void a_new_place_is_believed_once_five_fixes_over_three_minutes_agree_on_it() {
    judge(ROAD.at(0));

    assertThat(judge(ROAD.at(60).km(100))).isEqualTo(IMPOSSIBLE_SPEED);
    assertThat(judge(ROAD.at(110).km(100.5))).isEqualTo(IMPOSSIBLE_SPEED);
    assertThat(judge(ROAD.at(160).km(101))).isEqualTo(IMPOSSIBLE_SPEED);
    assertThat(judge(ROAD.at(210).km(101.5))).isEqualTo(IMPOSSIBLE_SPEED);
    assertThat(judge(ROAD.at(240).km(102))).isEqualTo(INDEXED);
    assertThat(judge(ROAD.at(300).km(103))).isEqualTo(INDEXED);
  }

  @Test
  void only_a_fix_that_is_kept_becomes_the_current_position() {
    judge(ROAD.at(0));
    judge(ROAD.at(60).km(100));
    judge(ROAD.at(110).km(100));
    judge(ROAD.at(160).km(100));
    judge(ROAD.at(300).km(100));

    assertThat(judge(ROAD.at(240).km(100))).isEqualTo(INDEXED);
    assertThat(current()).isEqualTo(Sighting.of(ROAD.at(240).km(100).fix()));
  }

  @Test
  void five_fixes_alone_or_three_minutes_alone_do_not_hold() {
    judge(ROAD.at(0));
    for (var second = 60; second < 70; second++) {
      assertThat(judge(ROAD.at(second).km(100))).isEqualTo(IMPOSSIBLE_SPEED);
    }

    track = Track.UNKNOWN;
    judge(ROAD.at(0));
    assertThat(judge(ROAD.at(60).km(100))).isEqualTo(IMPOSSIBLE_SPEED);
    assertThat(judge(ROAD.at(360).km(100))).isEqualTo(IMPOSSIBLE_SPEED);
  }

  @Test
  void the_same_doubtful_fix_sent_five_times_is_still_one() {
    judge(ROAD.at(0));

    assertThat(judge(ROAD.at(60).km(100))).isEqualTo(IMPOSSIBLE_SPEED);
    assertThat(judge(ROAD.at(60).km(100))).isEqualTo(DUPLICATE);
    assertThat(Objects.requireNonNull(track.elsewhere()).fixes()).isEqualTo(1);
  }

  @Test
  void fixes_that_do_not_even_agree_among_themselves_never_hold() {
    judge(ROAD.at(0));

    for (var minute = 1; minute <= 20; minute++) {
      assertThat(judge(ROAD.at(60 * minute).km(100 * minute))).isEqualTo(IMPOSSIBLE_SPEED);
    }
  }

  @Test
  void two_trucks_under_one_id_do_not_drag_each_other_about() {
    judge(ROAD.at(0));

    for (var minute = 1; minute <= 20; minute++) {
      assertThat(judge(ROAD.at(60 * minute))).isEqualTo(INDEXED);
      assertThat(judge(ROAD.at(60 * minute + 30).km(100))).isEqualTo(IMPOSSIBLE_SPEED);
    }
  }

  private Outcome judge(Road place) {
    var verdict = policy.judge(track, place.fix(), place.fix().recordedAt());
    track = verdict.track();
    return verdict.outcome();
  }

  private Sighting current() {
    return Objects.requireNonNull(track.current());
  }
}
