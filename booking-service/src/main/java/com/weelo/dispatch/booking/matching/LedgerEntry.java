package com.weelo.dispatch.booking.matching;

import java.time.Instant;

/** A wave with the time at which it was decided. */
public record LedgerEntry(Wave wave, Instant decidedAt) {}
