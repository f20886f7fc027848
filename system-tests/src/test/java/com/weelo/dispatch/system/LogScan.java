package com.weelo.dispatch.system;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/** Looks for what no log may say: what is known of certain people, and what looks like a secret. */
final class LogScan {

  private record Rule(String what, Pattern pattern) {

    static Rule of(String what, String pattern) {
      return new Rule(what, Pattern.compile(pattern, Pattern.CASE_INSENSITIVE));
    }
  }

  /** Whoever it is of. */
  private static final List<Rule> ANYBODYS =
      List.of(
          Rule.of("a token", "eyJ[\\w-]{10,}"),
          Rule.of("a credential", "\\b(bearer|basic) [\\w.~+/=-]{16,}"),
          Rule.of(
              "a password", "(password|secret)\"?\\s*[=:]\\s*(?!null|\\[hidden]|\\*)[^\\s,;)}]"),
          Rule.of("a key", "-----BEGIN"),
          Rule.of("a telephone number", "\\+91[ -]?\\d{10}"),
          Rule.of("an e-mail address", "[\\w.+-]+@[\\w-]+\\.[a-z]{2,}"),
          Rule.of(
              "a place",
              "\\b(latitude|longitude|lat|lng|pickupL\\w+|dropL\\w+)\"?\\s*[=:]\\s*-?\\d"));

  private final List<Rule> rules = new ArrayList<>(ANYBODYS);

  /**
   * @param known what certain people's data reads like, in any case of letters
   */
  LogScan(Collection<String> known) {
    known.forEach(value -> rules.add(Rule.of("'" + value + "'", Pattern.quote(value))));
  }

  /** All that should not be there in the logs of these folders, one line each. */
  List<String> findings(List<Path> folders) throws IOException {
    var findings = new ArrayList<String>();
    for (var folder : folders) {
      for (var file : logs(folder)) {
        scan(file, findings);
      }
    }
    return findings;
  }

  /** Whatever was logged or printed there. */
  static List<Path> logs(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> file.toString().endsWith(".log") || file.toString().endsWith(".out"))
          .sorted()
          .toList();
    }
  }

  private void scan(Path file, List<String> findings) throws IOException {
    try (var lines = Files.lines(file, ISO_8859_1)) {
      var number = 0;
      for (var line : (Iterable<String>) lines::iterator) {
        number++;
        for (var rule : rules) {
          if (rule.pattern().matcher(line).find()) {
            findings.add("%s in %s, line %d: %s".formatted(rule.what(), file, number, line));
          }
        }
      }
    }
  }
}
