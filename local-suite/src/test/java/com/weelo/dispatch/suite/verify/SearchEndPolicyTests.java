package com.weelo.dispatch.suite.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.weelo.dispatch.suite.verify.SearchEndPolicy.Terms;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SearchEndPolicyTests {

  private static final Terms ALL = new Terms("all_or_nothing", 0);
  private static final Terms TWO = new Terms("at_least", 2);
  private static final Terms ANY = new Terms("best_effort", 0);

  @Test
  void a_search_is_over_when_its_last_step_says_so() {
    var open = step(2, "processing", "searching", 0);
    var partly = step(3, "searching", "partially_filled", 1);
    var filled = step(4, "partially_filled", "filled", 3);

    assertThat(SearchEndPolicy.isOver(List.of(partly, open))).isFalse();
    assertThat(SearchEndPolicy.isOver(List.of(filled, open, partly))).isTrue();
  }

  @Test
  void enough_trucks_for_the_policy_are_fine() {
    assertThat(ended(ALL, "filled", 3)).isEmpty();
    assertThat(ended(TWO, "confirmed", 2)).isEmpty();
    assertThat(ended(ANY, "confirmed", 1)).isEmpty();
  }

  @Test
  void going_on_with_too_few_is_found() {
    assertThat(ended(ALL, "confirmed", 2))
        .containsExactly(
            "o became confirmed with 2 of 3 trucks, of which all_or_nothing asks for 3");
    assertThat(ended(TWO, "confirmed", 1)).hasSize(1);
    assertThat(ended(ANY, "confirmed", 0)).hasSize(1);
    assertThat(ended(ANY, "filled", 2)).hasSize(1);
  }

  @Test
  void giving_up_with_enough_is_found() {
    assertThat(
            SearchEndPolicy.check(
                TWO,
                List.of(
                    step(3, "partially_filled", "expired", 0),
                    step(2, "searching", "partially_filled", 2))))
        .containsExactly("o became expired with 2 of 3 trucks, of which at_least asks for 2");
  }

  @Test
  void giving_up_with_too_few_and_calling_off_are_fine() {
    assertThat(ended(ALL, "expired", 0)).isEmpty();
    assertThat(ended(ANY, "cancelled", 0)).isEmpty();
  }

  @Test
  void losing_a_truck_later_is_no_end_of_a_search() {
    assertThat(
            SearchEndPolicy.check(
                ALL, List.of(step(2, "searching", "filled", 3), step(3, "filled", "confirmed", 2))))
        .isEmpty();
  }

  private static List<String> ended(Terms terms, String status, int filled) {
    return SearchEndPolicy.check(terms, List.of(step(2, "searching", status, filled)));
  }

  private static FillStep step(long version, String before, String status, int filled) {
    return new FillStep(
        "o",
        version,
        before,
        status,
        Map.of("PICKUP", 3),
        Map.of("PICKUP", 0),
        Map.of("PICKUP", filled));
  }
}
