package com.weelo.dispatch.stores;

/** One of the embedded stores, so that a test can take it away and give it back. */
public interface EmbeddedStore {

  /**
   * Starts the server on its port and data and returns once it answers; does nothing if it runs.
   *
   * @throws StoreFailure if it does not come up; the message ends with the tail of its log
   */
  void start();

  /** Stops it in an orderly way, or by force where that takes too long. */
  void stop();

  /** Kills the whole process tree with SIGKILL and returns once nothing of it runs. */
  void kill();

  boolean isRunning();

  /**
   * The id of its main process.
   *
   * @throws IllegalStateException if it does not run
   */
  long pid();
}
