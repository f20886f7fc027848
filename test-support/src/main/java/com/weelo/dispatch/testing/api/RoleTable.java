package com.weelo.dispatch.testing.api;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Who comes how far with each call: a line of text for each, with a column for each caller.
 *
 * <pre>
 * no-token  expired  customer  …  call
 * 401       401      yes       …  GET /api/v1/search
 * </pre>
 */
final class RoleTable {

  private static final int COLUMN = 14;

  private final Map<Endpoint, Map<TestCaller, Access>> rows = new TreeMap<>();

  void put(Endpoint endpoint, TestCaller caller, Access access) {
    rows.computeIfAbsent(endpoint, e -> new EnumMap<>(TestCaller.class)).put(caller, access);
  }

  String text() {
    return Stream.concat(
            Stream.of(line(TestCaller::title, "call")),
            rows.entrySet().stream()
                .map(row -> line(c -> access(row.getValue(), c).sign(), row.getKey().toString())))
        .collect(joining("\n", "", "\n"));
  }

  String markdown() {
    var head = "| call |" + columns(TestCaller::title);
    var rule = "|---|" + "---|".repeat(TestCaller.values().length);
    return Stream.concat(
            Stream.of(head, rule),
            rows.entrySet().stream()
                .map(row -> "| `" + row.getKey() + "` |" + columns(c -> mark(row.getValue(), c))))
        .collect(joining("\n", "", "\n"));
  }

  private static Access access(Map<TestCaller, Access> row, TestCaller caller) {
    return Objects.requireNonNull(row.get(caller));
  }

  private static String mark(Map<TestCaller, Access> row, TestCaller caller) {
    var access = access(row, caller);
    return access == Access.YES ? "✓" : access.sign();
  }

  private static String columns(Function<TestCaller, String> cell) {
    return Arrays.stream(TestCaller.values())
        .map(caller -> " " + cell.apply(caller) + " |")
        .collect(joining());
  }

  private static String line(Function<TestCaller, String> cell, String call) {
    return Arrays.stream(TestCaller.values())
            .map(caller -> ("%-" + COLUMN + "s").formatted(cell.apply(caller)))
            .collect(joining())
        + call;
  }
}
