package com.weelo.dispatch.suite.bench;

import java.util.List;

/** All benchmarks there are. */
public final class Benchmarks {

  private Benchmarks() {}

  /** The one that leaves the most behind comes last. */
  public static List<Benchmark> all() {
    return List.of(
        new BookToOffer(),
        new OrderToOffer(),
        new Races(),
        new TruckAccepts(),
        new BookingsPerSecond(),
        new PushesPerSecond(),
        new FactsPerSecond(),
        new RecordsPerSecond(),
        new AnswersOverMillions());
  }
}
