package com.weelo.dispatch.system;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The files by which the suite is watched in production. */
final class Monitoring {

  private static final Path RULES = Path.of("..", "deploy", "prometheus", "rules");
  private static final Path RULE_TESTS = Path.of("..", "deploy", "prometheus", "tests");
  private static final Path BOARDS = Path.of("..", "deploy", "grafana", "dashboards");
  private static final Path RUNBOOK = Path.of("..", "docs", "operations.md");

  private static final Pattern ALERT = Pattern.compile("alert: (\\w+)");
  private static final Pattern METRIC =
      Pattern.compile("\\b(?:dispatch|http|hikaricp|jvm|kafka|process|logback)_\\w+");

  private Monitoring() {}

  static SortedSet<String> alerts() {
    return found(ALERT, 1, RULES);
  }

  /** All that rules and boards ask for, by the names under which Prometheus has them. */
  static SortedSet<String> metrics() {
    var metrics = found(METRIC, 0, RULES);
    metrics.addAll(found(METRIC, 0, BOARDS));
    return metrics;
  }

  static String ruleTests() {
    return text(RULE_TESTS);
  }

  static String runbook() {
    return text(RUNBOOK);
  }

  private static SortedSet<String> found(Pattern what, int group, Path where) {
    return what.matcher(text(where))
        .results()
        .map(result -> result.group(group))
        .collect(toCollection(TreeSet::new));
  }

  /** Of one file, or of all in a folder. */
  private static String text(Path where) {
    try (var files = Files.walk(where)) {
      return files.filter(Files::isRegularFile).map(Monitoring::read).collect(joining("\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
