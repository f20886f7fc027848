package com.weelo.dispatch.notification.composing;

import static org.assertj.core.api.Assertions.assertThat;

import com.weelo.dispatch.events.UserId;
import com.weelo.dispatch.notification.composing.Notification.Urgency;
import com.weelo.dispatch.notification.composing.TellingPolicy.Plan;
import com.weelo.dispatch.notification.people.Category;
import com.weelo.dispatch.notification.people.Person;
import com.weelo.dispatch.notification.people.QuietHours;
import com.weelo.dispatch.notification.people.Way;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TellingPolicyTests {

  /** Eleven at night in Bengaluru. */
  private static final Instant NIGHT = Instant.parse("2026-05-04T17:30:00Z");

  private static final Instant MORNING = Instant.parse("2026-05-05T01:30:00Z");
  private static final QuietHours QUIET = new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0));

  @Test
  void who_has_chosen_nothing_is_told_as_the_category_has_it() {
    assertThat(plan(Category.BOOKING, Urgency.HIGH, null, Map.of()))
        .isEqualTo(new Plan(Set.of(Way.PUSH, Way.INBOX), null));
    assertThat(plan(Category.RECEIPT, Urgency.HIGH, null, Map.of()).ways()).contains(Way.EMAIL);
  }

  @Test
  void each_way_can_be_chosen_and_left_out() {
    var chosen = Map.of(Category.BOOKING, Map.of(Way.PUSH, false, Way.SMS, true));

    assertThat(plan(Category.BOOKING, Urgency.HIGH, null, chosen).ways())
        .containsExactlyInAnyOrder(Way.SMS, Way.INBOX);
    assertThat(plan(Category.ORDER, Urgency.HIGH, null, chosen).ways()).contains(Way.PUSH);
  }

  @Test
  void in_quiet_hours_what_makes_a_noise_waits_for_the_morning() {
    var plan =
        plan(
            Category.BOOKING, Urgency.HIGH, QUIET, Map.of(Category.BOOKING, Map.of(Way.SMS, true)));

    assertThat(plan.loudFrom()).isEqualTo(MORNING);
    assertThat(plan.isPostponed(Way.PUSH)).isTrue();
    assertThat(plan.isPostponed(Way.SMS)).isTrue();
    assertThat(plan.isPostponed(Way.INBOX)).isFalse();
    assertThat(plan.isPostponed(Way.EMAIL)).isFalse();
  }

  @Test
  void in_quiet_hours_nobody_is_offered_a_job() {
    assertThat(plan(Category.OFFER, Urgency.HIGH, QUIET, Map.of()).ways()).isEmpty();
  }

  @Test
  void what_is_critical_comes_at_night_and_against_every_choice() {
    var plan =
        plan(
            Category.TRIP,
            Urgency.CRITICAL,
            QUIET,
            Map.of(Category.TRIP, Map.of(Way.PUSH, false, Way.INBOX, false)));

    assertThat(plan).isEqualTo(new Plan(Set.of(Way.PUSH), null));
  }

  @Test
  void what_wakes_nobody_may_come_at_night() {
    assertThat(plan(Category.PROGRESS, Urgency.LOW, QUIET, Map.of()).loudFrom()).isNull();
  }

  @Test
  void a_withdrawal_goes_where_the_offer_went() {
    var none = Map.of(Category.OFFER, Map.of(Way.PUSH, false));

    assertThat(plan(Category.OFFER_WITHDRAWN, Urgency.LOW, QUIET, Map.of()))
        .isEqualTo(new Plan(Set.of(Way.PUSH), null));
    assertThat(plan(Category.OFFER_WITHDRAWN, Urgency.LOW, null, none).ways()).isEmpty();
  }

  private static Plan plan(
      Category category,
      Urgency urgency,
      @Nullable QuietHours quiet,
      Map<Category, Map<Way, Boolean>> choices) {
    var user = new UserId("asha");
    return TellingPolicy.plan(
        new Notification(
            user, category, urgency, Wording.NONE, Map.of(), "a-job", NIGHT.plusSeconds(60)),
        new Person(user, null, Locale.ENGLISH, ZoneId.of("Asia/Kolkata"), quiet, choices),
        NIGHT);
  }
}
