package com.weelo.dispatch.location.history;

import com.weelo.dispatch.location.cleaning.Report;

/**
 * A fix that belongs into history.
 *
 * @param late older than the driver's current position, so perhaps there already
 */
public record KeptFix(Report report, boolean late) {}
