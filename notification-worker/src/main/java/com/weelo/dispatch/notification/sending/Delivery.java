package com.weelo.dispatch.notification.sending;

import com.weelo.dispatch.events.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What came of one notification at one address, so far.
 *
 * @param device the beginning of the address's hash; null where there was none
 * @param attempts how often the provider was asked
 * @param errorCode the provider's own, of the latest attempt
 * @param providerId the provider's own id of the message
 * @param claimedAt when somebody last set about it
 * @param dueAt when it is looked at again; null where nothing is left to be done
 * @param settledAt since when nothing is left to be done
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
    @Nullable Instant dueAt,
    @Nullable Instant settledAt) {}
