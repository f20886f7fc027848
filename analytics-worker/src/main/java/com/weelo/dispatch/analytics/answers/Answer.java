package com.weelo.dispatch.analytics.answers;

import java.util.List;
import java.util.Map;

/**
 * Rows of an answer, each by column in the order of the columns; the columns are the same in each.
 */
public record Answer(List<String> columns, List<Map<String, Object>> rows) {}
