package com.weelo.dispatch.suite.cli;

import java.util.concurrent.CountDownLatch;

/** Keeps something up until this process is asked to end, then closes it in an orderly way. */
final class RunningUntilStopped {

  private RunningUntilStopped() {}

  /** Has it closed when this process ends, however early that is. */
  static void closeAtExit(AutoCloseable running) {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> close(running), "stop"));
  }

  /** Waits for ever: only the end of the process ends it. */
  static void await() throws InterruptedException {
    new CountDownLatch(1).await();
  }

  private static void close(AutoCloseable running) {
    try {
      running.close();
    } catch (Exception e) {
      throw new IllegalStateException("not stopped in an orderly way", e);
    }
  }
}
