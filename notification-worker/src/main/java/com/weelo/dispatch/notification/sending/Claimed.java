package com.weelo.dispatch.notification.sending;

import java.util.List;

/**
 * What claiming a notification brought.
 *
 * @param ours what it is now for us to send
 * @param others hashes of addresses that somebody else has claimed and not settled
 */
record Claimed(List<Claim> ours, List<String> others) {

  /** As long as nothing is known to the contrary, somebody else is busy with all of it. */
  static final Claimed NOTHING = new Claimed(List.of(), List.of());
}
