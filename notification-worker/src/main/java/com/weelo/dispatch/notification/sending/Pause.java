package com.weelo.dispatch.notification.sending;

import java.time.Instant;

/**
 * Nothing is sent in a scope for a while.
 *
 * @param until from then on; for a circuit, from then on by one at a time
 */
record Pause(String scope, Instant until) {}
