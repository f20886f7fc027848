package com.weelo.dispatch.notification.sending;

import com.weelo.dispatch.events.NotificationId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The right to send one notification to one address, and the duty to record what came of it.
 *
 * @param addressHash empty where the recipient has nothing to send to
 * @param address null where there is none, or none any more
 * @param number counts from 1; a later claim takes the right away from an earlier one
 * @param attempts how often the provider was asked before
 * @param isVoid what it tells of is over
 * @param at when it was taken
 */
record Claim(
    NotificationId notification,
    String addressHash,
    @Nullable Address address,
    int number,
    int attempts,
    boolean isVoid,
    Instant at) {

  /** Which attempt the next one is. */
  int nextAttempt() {
    return attempts + 1;
  }
}
