package com.weelo.dispatch.platform.outbox;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was committed and has not reached Kafka yet, as of one look.
 *
 * @param rows how many wait, at most; from {@value #MOST_COUNTED} on, at least
 * @param age of the oldest of them; zero where none waits
 * @param log what of the server's log is yet to be read; null where the outbox is polled
 */
record OutboxLag(long rows, Duration age, @Nullable Log log) {

  /** A look must stay cheap when it matters most. */
  static final int MOST_COUNTED = 100_000;

  /**
   * @param behind bytes between what was relayed and the log's end
   * @param retained bytes that the server must keep for that
   */
  record Log(long behind, long retained) {}

  /** Looks at the database, beside the relay and not through it: also where no relay works. */
  @FunctionalInterface
  interface Look {
    /**
     * @return empty where it can not be told yet
     */
    Optional<OutboxLag> look();
  }
}
