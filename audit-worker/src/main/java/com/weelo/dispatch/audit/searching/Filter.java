package com.weelo.dispatch.audit.searching;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which records are wanted; null wants all.
 *
 * @param entity the id of something or somebody it is about
 * @param to exclusive
 */
public record Filter(
    @Nullable String entity,
    @Nullable String type,
    @Nullable String actor,
    @Nullable Instant from,
    @Nullable Instant to) {

  /** What is known of somebody or something, from the beginning. */
  public static Filter of(String entity) {
    return new Filter(entity, null, null, null, null);
  }

  /** For the record of who looked at what. */
  public Map<String, String> details() {
    var details = new TreeMap<String, String>();
    put(details, "entity", entity);
    put(details, "type", type);
    put(details, "actor", actor);
    put(details, "from", from);
    put(details, "to", to);
    return details;
  }

  private static void put(Map<String, String> details, String name, @Nullable Object value) {
    if (value != null) {
      details.put(name, value.toString());
    }
  }
}
