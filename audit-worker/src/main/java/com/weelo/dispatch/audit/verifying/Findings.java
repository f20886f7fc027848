package com.weelo.dispatch.audit.verifying;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was found so far; where it is a great deal, the first of it. */
final class Findings {

  private static final int MOST = 1_000;

  private final List<Finding> found = new ArrayList<>();
  private @Nullable Finding firstBroken;

  void add(Finding finding) {
    if (firstBroken == null && finding.kind().isBreaking()) {
      firstBroken = finding;
    }
    if (found.size() < MOST) {
      found.add(finding);
    }
  }

  List<Finding> all() {
    return List.copyOf(found);
  }

  @Nullable Finding firstBroken() {
    return firstBroken;
  }
}
