package com.weelo.dispatch.system;

import com.weelo.dispatch.suite.client.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** Whatever of others' the suite runs with, from the bills of materials that the build makes. */
final class Sbom {

  private static final Path ROOT = Path.of("..");
  private static final Path IN_MODULE =
      Path.of("target/classes/META-INF/sbom/application.cdx.json");
  private static final String OURS = "com.weelo.dispatch";

  /**
   * What somebody else has made.
   *
   * @param name as Maven says it, {@code group:artifact}
   * @param licences SPDX ids where they are known, else names; each of them may be chosen
   */
  record Component(String name, String version, Set<String> licences)
      implements Comparable<Component> {

    @Override
    public int compareTo(Component other) {
      return Comparator.comparing(Component::name)
          .thenComparing(Component::version)
          .compare(this, other);
    }
  }

  private Sbom() {}

  /** The bills of the services, the emulator, and the local suite, which has all of them. */
  static List<Path> files() throws IOException {
    try (var modules = Files.list(ROOT)) {
      return modules.map(module -> module.resolve(IN_MODULE)).filter(Files::exists).toList();
    }
  }

  static Set<Component> components() throws IOException {
    var components = new TreeSet<Component>();
    for (var file : files()) {
      for (var component : read(file).path("components")) {
        if (!component.path("group").asString("").equals(OURS)) {
          components.add(component(component));
        }
      }
    }
    return components;
  }

  static JsonNode read(Path file) {
    try {
      return Json.tree(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Component component(JsonNode component) {
    return new Component(
        component.path("group").asString("") + ":" + component.path("name").asString(""),
        component.path("version").asString(""),
        licences(component));
  }

  private static Set<String> licences(JsonNode component) {
    var all = new ArrayList<String>();
    for (var choice : component.path("licenses")) {
      var licence = choice.path("license");
      if (choice.has("expression")) {
        all.addAll(
            List.of(choice.path("expression").asString().replaceAll("[()]", "").split(" OR ")));
      } else {
        all.add(licence.path("id").asString(licence.path("name").asString("")));
      }
    }
    return new TreeSet<>(all);
  }
}
