package com.weelo.dispatch.suite.data;

import com.weelo.dispatch.events.GeoPoint;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/**
 * One line of a CSV file.
 *
 * @param where file and line, for messages
 * @param columns position of each column by its name
 */
record CsvRow(String where, Map<String, Integer> columns, String[] fields) {

  String text(String column) {
    if (!has(column)) {
      throw new MalformedRecording(where + ": " + column + " is missing");
    }
    return fields[Objects.requireNonNull(columns.get(column))];
  }

  /** Whether the column, which must be there, says anything in this row. */
  boolean has(String column) {
    var index = columns.get(column);
    if (index == null) {
      throw new MalformedRecording(where + ": there is no column " + column);
    }
    return index < fields.length && !fields[index].isEmpty();
  }

  double number(String column) {
    var text = text(column);
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new MalformedRecording(where + ": " + column + " is not a number: " + text);
    }
  }

  /** A time in milliseconds since 1970-01-01 UTC. */
  Instant instant(String column) {
    return Instant.ofEpochMilli((long) number(column));
  }

  GeoPoint point(String latitude, String longitude) {
    try {
      return new GeoPoint(number(latitude), number(longitude));
    } catch (IllegalArgumentException e) {
      throw new MalformedRecording(where + ": " + e.getMessage());
    }
  }
}
