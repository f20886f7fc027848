package com.weelo.dispatch.analytics.web;

import static java.util.stream.Collectors.joining;

import com.weelo.dispatch.analytics.answers.Answer;
import org.jspecify.annotations.Nullable;

/** An answer as RFC 4180 has it: a line of names, then the rows. */
final class Csv {

  static final String MEDIA_TYPE = "text/csv";

  private static final String END_OF_LINE = "\r\n";

  private Csv() {}

  static String of(Answer answer) {
    var text = new StringBuilder(String.join(",", answer.columns())).append(END_OF_LINE);
    for (var row : answer.rows()) {
      text.append(
              answer.columns().stream().map(column -> field(row.get(column))).collect(joining(",")))
          .append(END_OF_LINE);
    }
    return text.toString();
  }

  private static String field(@Nullable Object value) {
    var text = value == null ? "" : value.toString();
    return text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
        ? '"' + text.replace("\"", "\"\"") + '"'
        : text;
  }
}
