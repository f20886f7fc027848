package com.weelo.dispatch.suite.simulator;

import com.weelo.dispatch.suite.client.DispatchClient;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;

/** Notices when somebody has not heard anything for too long, once. */
final class NewsWatch {

  private final DispatchClient client;
  private final Duration patience;
  private final Runnable silence;
  private ScheduledFuture<?> waiting;

  /**
   * @param silence called when the patience has run out
   */
  NewsWatch(DispatchClient client, Duration patience, Runnable silence) {
    this.client = client;
    this.patience = patience;
    this.silence = silence;
    this.waiting = client.runAfter(patience, silence);
  }

  /** There are news: the patience begins anew, unless it had run out. */
  void heard() {
    if (waiting.cancel(false)) {
      waiting = client.runAfter(patience, silence);
    }
  }

  void stop() {
    waiting.cancel(false);
  }
}
