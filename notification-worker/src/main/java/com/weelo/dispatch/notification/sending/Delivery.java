package com.weelo.dispatch.notification.sending;

import com.weelo.dispatch.events.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What came of one notification on one device, so far.
 *
 * @param device the beginning of its token's hash; null where there was no device
 * @param attempts how often it was tried
 * @param errorCode the provider's own, of the latest attempt
 * @param providerId the provider's own id of the message
 * @param claimedAt when the latest attempt began
 * @param settledAt when no attempt was left to be made
 */
public record Delivery(
    String channel,
    UserId recipientId,
    String category,
    @Nullable String device,
    String state,
    int attempts,
    @Nullable String errorCode,
    @Nullable String providerId,
    Instant claimedAt,
    @Nullable Instant settledAt) {}
