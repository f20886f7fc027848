package com.weelo.dispatch.suite.bench;

import java.util.Map;

/** Measures one thing on a suite that is otherwise idle. */
public interface Benchmark {

  /** As it is called on the command line. */
  String name();

  /** Whether it measures services that are up; else it starts what it needs, on bare stores. */
  default boolean needsServices() {
    return true;
  }

  /**
   * @return the figures by name, in the order in which they are printed
   */
  Map<String, Object> run(BenchWorld world) throws Exception;
}
