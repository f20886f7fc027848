package com.weelo.dispatch.audit.searching;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A record as it is shown.
 *
 * @param actor who made it happen
 * @param gapBefore why the offsets before it are not there
 * @param key as text
 * @param event the value as JSON, where it is such and was asked for
 * @param value the value's very bytes, in Base64, where it is no JSON or was asked for
 * @param hash of the link, in hexadecimal
 */
public record Entry(
    String topic,
    int partition,
    long offset,
    @Nullable UUID eventId,
    @Nullable String eventType,
    @Nullable String actor,
    Instant occurredAt,
    @Nullable String gapBefore,
    long logTimestamp,
    @Nullable String key,
    Map<String, String> headers,
    @Nullable JsonNode event,
    @Nullable String value,
    String hash) {}
