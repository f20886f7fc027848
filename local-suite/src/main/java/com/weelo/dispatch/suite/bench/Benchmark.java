package com.weelo.dispatch.suite.bench;

import java.util.Map;

/** Measures one thing on a suite that is up and otherwise idle. */
public interface Benchmark {

  /** As it is called on the command line. */
  String name();

  /**
   * @return the figures by name, in the order in which they are printed
   */
  Map<String, Object> run(BenchWorld world) throws Exception;
}
