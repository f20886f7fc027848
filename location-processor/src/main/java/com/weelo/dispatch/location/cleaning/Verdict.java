package com.weelo.dispatch.location.cleaning;

/**
 * What became of a fix, and what is remembered of its driver from then on.
 *
 * @param track equals the one before unless the fix changed something
 */
public record Verdict(Outcome outcome, Track track) {}
