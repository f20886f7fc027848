package com.weelo.dispatch.suite.verify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** What the end of an order's search has to look like, by the contract. */
final class SearchEndPolicy {

  private static final Set<String> SEARCHING =
      Set.of("processing", "searching", "partially_filled");

  private SearchEndPolicy() {}

  /**
   * What the customer agreed to.
   *
   * @param minimum counts with at_least only
   */
  record Terms(String fillPolicy, int minimum) {

    int quorum(int requested) {
      return switch (fillPolicy) {
        case "all_or_nothing" -> requested;
        case "at_least" -> minimum;
        case "best_effort" -> 1;
        default -> throw new IllegalArgumentException(fillPolicy);
      };
    }
  }

  static boolean isOver(List<FillStep> steps) {
    return !SEARCHING.contains(FillStep.last(steps).status());
  }

  /**
   * Looks at each step that ended a search; a truck that is called off may have begun it again.
   *
   * @param steps all of an order's, in any order
   * @return what is wrong
   */
  static List<String> check(Terms terms, List<FillStep> steps) {
    var broken = new ArrayList<String>();
    var ordered = steps.stream().sorted(Comparator.comparing(FillStep::version)).toList();
    for (var i = 0; i < ordered.size(); i++) {
      var step = ordered.get(i);
      if (SEARCHING.contains(step.previousStatus())) {
        var before = i == 0 ? 0 : ordered.get(i - 1).trucksFilled();
        check(terms, step, before, broken);
      }
    }
    return broken;
  }

  private static void check(Terms terms, FillStep step, int before, List<String> broken) {
    var requested = step.trucksRequested();
    var filled = step.trucksFilled();
    var quorum = terms.quorum(requested);
    var wrong =
        switch (step.status()) {
          case "filled" -> filled != requested;
          case "confirmed" -> filled < quorum;
          case "expired" -> before >= quorum;
          default -> false;
        };
    if (wrong) {
      broken.add(
          "%s became %s with %d of %d trucks, of which %s asks for %d"
              .formatted(
                  step.orderId(),
                  step.status(),
                  step.status().equals("expired") ? before : filled,
                  requested,
                  terms.fillPolicy(),
                  quorum));
    }
  }
}
