package com.weelo.dispatch.platform.openapi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Every code that a problem may have, with its status and meaning: {@code problems.properties}. */
final class ProblemCodes {

  private static final String FILE = "problems.properties";

  private final TreeMap<String, ProblemCode> codes = new TreeMap<>();

  /** One of them. */
  record ProblemCode(String code, int status, String meaning) {}

  ProblemCodes() {
    var lines = new Properties();
    try (var file = Objects.requireNonNull(ProblemCodes.class.getResourceAsStream(FILE))) {
      lines.load(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    lines.forEach(
        (code, line) -> codes.put(code.toString(), code(code.toString(), line.toString())));
  }

  private static ProblemCode code(String code, String line) {
    var space = line.indexOf(' ');
    return new ProblemCode(
        code, Integer.parseInt(line.substring(0, space)), line.substring(space + 1));
  }

  ProblemCode of(String code) {
    var known = codes.get(code);
    if (known == null) {
      throw new IllegalStateException(code + " is not in " + FILE);
    }
    return known;
  }

  Stream<ProblemCode> all() {
    return codes.values().stream();
  }
}
