package com.weelo.dispatch.suite.cli;

/** Shares, for people to read. */
final class Percent {

  private Percent() {}

  /** The share in whole percent, a dash where there is nothing to have a share of. */
  static String of(long part, long whole) {
    return whole == 0 ? "–" : Math.round(100.0 * part / whole) + " %";
  }
}
