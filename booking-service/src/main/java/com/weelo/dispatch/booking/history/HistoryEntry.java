package com.weelo.dispatch.booking.history;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * One event in a booking's history.
 *
 * @param version of the booking, or of the assignment that the event is about
 * @param details what else is worth telling, by event type
 */
public record HistoryEntry(
    UUID eventId, String type, Instant at, long version, Map<String, Object> details) {}
