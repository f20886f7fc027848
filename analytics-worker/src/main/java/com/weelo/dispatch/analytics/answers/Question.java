package com.weelo.dispatch.analytics.answers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can be asked. Each question's definition is the comment above its SQL. */
public enum Question {
  FUNNEL,
  CONVERSION,
  ACCEPTANCE_TIMES,
  TIMEOUTS,
  TRANSPORTERS,
  FAIRNESS,
  FLEET_UTILISATION,
  REVENUE,
  DEMAND_SUPPLY,
  DELIVERY;

  private final String sql = read();

  /** The question with that name in the path, for example {@code fleet-utilisation}. */
  public static Optional<Question> named(String path) {
    return Arrays.stream(values()).filter(question -> question.path().equals(path)).findAny();
  }

  public String path() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  String sql() {
    return sql;
  }

  /** What each figure means. */
  public String definition() {
    return sql.lines()
        .takeWhile(line -> line.startsWith("--"))
        .map(line -> line.substring(2).strip())
        .collect(joining(" "));
  }

  private String read() {
    var file = "/answers/" + path() + ".sql";
    try (var in = Question.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is missing");
      }
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
