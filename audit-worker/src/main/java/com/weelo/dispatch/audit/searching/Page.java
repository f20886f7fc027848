package com.weelo.dispatch.audit.searching;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of what was found.
 *
 * @param next where to go on; null where this is the end
 */
public record Page(List<Entry> records, @Nullable String next) {}
