package com.weelo.dispatch.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.maven.artifact.versioning.ComparableVersion;
import tools.jackson.databind.JsonNode;

/**
 * A known vulnerability, in the format of OSV (https://ossf.github.io/osv-schema/).
 *
 * @param json one entry, of the ecosystem Maven
 */
record Advisory(JsonNode json) {

  /** Those of a folder, one in a file. */
  static List<Advisory> in(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.sorted().map(file -> new Advisory(Sbom.read(file))).toList();
    }
  }

  String id() {
    return json.path("id").asString();
  }

  boolean affects(Sbom.Component component) {
    return json.path("affected")
        .valueStream()
        .filter(affected ->
            affected.path("package").path("ecosystem").asString().equals("Maven")
                && affected.path("package").path("name").asString().equals(component.name()))
        .anyMatch(affected -> affects(affected, component.version()));
  }

  private static boolean affects(JsonNode affected, String version) {
    return affected.path("versions").valueStream().anyMatch(v -> v.asString().equals(version))
        || affected
            .path("ranges")
            .valueStream()
            .anyMatch(range -> isIn(range.path("events"), new ComparableVersion(version)));
  }

  /** By the last event at or before the version, as OSV has it. */
  private static boolean isIn(JsonNode events, ComparableVersion version) {
    return events
        .valueStream()
        .flatMap(Event::of)
        .filter(event -> event.isReachedBy(version))
        .max(Comparator.comparing(Event::at).thenComparing(event -> !event.begins()))
        .map(Event::begins)
        .orElse(false);
  }

  /**
   * @param begins whether what comes from there on is affected
   * @param exclusive whether the version itself is still before it
   */
  private record Event(ComparableVersion at, boolean begins, boolean exclusive) {

    static Stream<Event> of(JsonNode event) {
      return event.properties().stream()
          .map(e ->
              new Event(
                  new ComparableVersion(e.getValue().asString()),
                  e.getKey().equals("introduced"),
                  e.getKey().equals("last_affected")));
    }

    boolean isReachedBy(ComparableVersion version) {
      return exclusive ? at.compareTo(version) < 0 : at.compareTo(version) <= 0;
    }
  }
}
