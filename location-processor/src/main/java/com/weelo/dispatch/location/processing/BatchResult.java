package com.weelo.dispatch.location.processing;

import com.weelo.dispatch.location.accounting.Tally;
import com.weelo.dispatch.location.cleaning.CleaningPolicy;
import com.weelo.dispatch.location.cleaning.Outcome;
import com.weelo.dispatch.location.cleaning.Report;
import com.weelo.dispatch.location.drivers.DriverState;
import com.weelo.dispatch.location.history.KeptFix;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What comes of a batch, collected driver by driver. */
final class BatchResult {

  private final CleaningPolicy cleaning;
  private final Instant now;
  private final Tally tally = new Tally();
  private final List<KeptFix> kept = new ArrayList<>();
  private final List<DriverState> changed = new ArrayList<>();
  private final List<DriverState> moved = new ArrayList<>();

  BatchResult(CleaningPolicy cleaning, Instant now) {
    this.cleaning = cleaning;
    this.now = now;
  }

  /** Judges a driver's reports one after the other. */
  void judge(DriverState known, List<Report> reports) {
    var state = known;
    var hasMoved = false;
    for (var report : reports) {
      var verdict = cleaning.judge(state.track(), report.fix(), now);
      tally.add(verdict.outcome(), 1);
      if (verdict.outcome().isKept()) {
        kept.add(new KeptFix(report, verdict.outcome() == Outcome.STORED));
      }
      if (verdict.outcome() == Outcome.INDEXED) {
        hasMoved = true;
        state = state.driving(report.transporterId(), report.fix().vehicleType());
      }
      if (!verdict.track().equals(state.track())) {
        state = state.on(verdict.track());
      }
    }
    if (state.version() != known.version()) {
      changed.add(state);
    }
    if (hasMoved) {
      moved.add(state);
    }
  }

  Tally tally() {
    return tally;
  }

  /** What belongs into history. */
  List<KeptFix> kept() {
    return kept;
  }

  /** States to be saved. */
  List<DriverState> changed() {
    return changed;
  }

  /** States with a new position, for the index: the newest of each driver. */
  List<DriverState> moved() {
    return moved;
  }
}
