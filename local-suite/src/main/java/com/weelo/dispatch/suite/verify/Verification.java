package com.weelo.dispatch.suite.verify;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Checks all invariants on a running suite, one after another. */
public final class Verification {

  private static final Logger log = LoggerFactory.getLogger(Verification.class);

  private final VerifySettings settings;
  private final Clock clock;

  public Verification(VerifySettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /** What came of one invariant. */
  public record Result(String name, Finding finding, Duration took) {}

  /**
   * Checks them all, whatever comes of the first ones.
   *
   * @param told of each result as soon as it is there
   * @return whether all of them hold
   */
  public boolean run(Consumer<Result> told) {
    try (var evidence = new Evidence(settings, clock)) {
      var holds = true;
      for (var invariant : invariants()) {
        var result = check(invariant, evidence);
        told.accept(result);
        holds &= result.finding().holds();
      }
      return holds;
    }
  }

  /** In this order: once nothing waits any more, everything is where it belongs. */
  private List<Invariant> invariants() {
    var invariants = new ArrayList<Invariant>();
    invariants.add(new NothingWaits());
    invariants.add(new NoMessageWaits());
    invariants.add(new OneWinner());
    invariants.add(new FilledAsRequested());
    invariants.add(new FillPoliciesKept());
    invariants.add(new HoldsEnd());
    invariants.add(new OneJobAtATime());
    invariants.add(new NothingLost());
    invariants.add(new NoHoles());
    invariants.add(new RebuiltAgrees());
    invariants.add(new CountedOnce());
    invariants.add(new SumsAgree());
    invariants.add(new Recorded());
    invariants.add(new ChainsHold());
    invariants.add(new DeadLetters());
    invariants.add(new OnePush());
    invariants.add(new GpsAccounting());
    invariants.add(new IndexAgrees());
    var journal = settings.journal();
    if (journal != null) {
      invariants.add(new AnswersKept(journal));
    }
    return invariants;
  }

  private static Result check(Invariant invariant, Evidence evidence) {
    var begin = System.nanoTime();
    Finding finding;
    try {
      finding = invariant.check(evidence);
    } catch (Exception e) {
      log.error("{} could not be checked", invariant.name(), e);
      finding = new Finding("not checked", List.of(String.valueOf(e)));
    }
    return new Result(invariant.name(), finding, Duration.ofNanos(System.nanoTime() - begin));
  }
}
