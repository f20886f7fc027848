package com.weelo.dispatch.suite.verify;

import java.util.List;

/**
 * What looking at an invariant has shown.
 *
 * @param figures how much was looked at, in a few words
 * @param broken what breaks it, one line each; empty where it holds
 */
public record Finding(String figures, List<String> broken) {

  public Finding {
    broken = List.copyOf(broken);
  }

  static Finding holds(String figures) {
    return new Finding(figures, List.of());
  }

  public boolean holds() {
    return broken.isEmpty();
  }
}
