package com.weelo.dispatch.notification.sending;

import com.weelo.dispatch.platform.outbox.Outbox;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What came of a claim, ready to be recorded.
 *
 * @param dueAt when it is due again; set if, and only if, it is waiting
 * @param envelope what is to be sent then
 * @param told the event that tells of it; null where there is nothing to tell
 * @param fallback what is sent instead if no other address was, or will be, reached
 */
record Settlement(
    Claim claim,
    Outcome outcome,
    Instant at,
    @Nullable Instant dueAt,
    @Nullable String envelope,
    Outbox.@Nullable Prepared told,
    Outbox.@Nullable Prepared fallback) {}
