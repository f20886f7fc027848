package com.weelo.dispatch.audit.verifying;

/** Told how far a verification has come, every few thousand links. */
@FunctionalInterface
public interface Progress {

  Progress NONE = (done, total) -> {};

  /**
   * @param total as the heads have it; where they were tampered with, not exact
   */
  void at(long done, long total);
}
