package com.weelo.dispatch.analytics.rollups;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Numbers added up by key, to be written with one statement.
 *
 * @param <K> what they are added up by
 */
final class Sums<K> {

  private final int width;
  private final Map<K, long[]> rows = new LinkedHashMap<>();

  /**
   * @param width how many numbers each key has
   */
  Sums(int width) {
    this.width = width;
  }

  void add(K key, long... numbers) {
    var row = rows.computeIfAbsent(key, fresh -> new long[width]);
    for (var i = 0; i < width; i++) {
      row[i] += numbers[i];
    }
  }

  boolean isEmpty() {
    return rows.isEmpty();
  }

  /** A part of each key, as an array to be unnested. */
  String[] keys(Function<K, Object> part) {
    return rows.keySet().stream().map(part).map(Object::toString).toArray(String[]::new);
  }

  /** One number of each key, in the same order. */
  Long[] numbers(int place) {
    return List.copyOf(rows.values()).stream().map(row -> row[place]).toArray(Long[]::new);
  }
}
