package com.weelo.dispatch.suite.verify;

/** Something that must always hold. */
interface Invariant {

  /** What holds, in a few words. */
  String name();

  /**
   * Looks whether it does.
   *
   * @throws Exception where that can not be found out, which counts as broken
   */
  Finding check(Evidence evidence) throws Exception;
}
