package com.weelo.dispatch.suite.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.weelo.dispatch.suite.verify.ToldHolds.Hold;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ToldHoldsTests {

  private static final Instant NOW = Instant.ofEpochSecond(100);

  @Test
  void what_is_told_as_it_is_stored_is_fine() {
    var told = new ToldHolds(Map.of("h", List.of("t")), Map.of("h", List.of("expired")));

    assertThat(differences(told, hold("released", "expired"))).isEmpty();
  }

  @Test
  void a_hold_nobody_was_told_of_is_found() {
    assertThat(differences(new ToldHolds(Map.of(), Map.of()), hold("active", null)))
        .containsExactly("hold h was told to be reserved 0 times");
  }

  @Test
  void a_release_that_was_told_otherwise_or_twice_or_not_is_found() {
    var reserved = Map.of("h", List.of("t"));
    var told = new ToldHolds(reserved, Map.of("h", List.of("expired")));

    assertThat(differences(told, hold("confirmed", null))).hasSize(1);
    assertThat(differences(told, hold("released", "given_back"))).hasSize(1);
    assertThat(
            differences(
                new ToldHolds(reserved, Map.of("h", List.of("expired", "expired"))),
                hold("released", "expired")))
        .hasSize(1);
    assertThat(differences(new ToldHolds(reserved, Map.of()), hold("released", "expired")))
        .hasSize(1);
  }

  @Test
  void what_changed_just_now_may_still_be_on_its_way() {
    var told = new ToldHolds(Map.of(), Map.of());

    assertThat(told.differencesFrom(List.of(hold("active", null)), NOW.minusSeconds(1))).isEmpty();
  }

  private static List<String> differences(ToldHolds told, Hold hold) {
    return told.differencesFrom(List.of(hold), NOW);
  }

  private static Hold hold(String status, @Nullable String reason) {
    return new Hold("h", status, reason, NOW);
  }
}
