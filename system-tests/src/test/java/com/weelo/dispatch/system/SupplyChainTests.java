package com.weelo.dispatch.system;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.weelo.dispatch.suite.client.Json;
import com.weelo.dispatch.system.Sbom.Component;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the suite is made of that others have made: under which licences, and how well. */
class SupplyChainTests {

  private static final Path FILES = Path.of("..", "supply-chain");
  private static final Path LIST = Path.of("target", "third-party-licences.md");

  @Test
  void there_is_a_bill_of_materials_of_whatever_runs() throws IOException {
    assertThat(Sbom.files())
        .as("made by the build: mvn package")
        .extracting(file -> file.getName(1).toString())
        .contains(
            "booking-service",
            "order-service",
            "location-processor",
            "notification-worker",
            "broadcast-worker",
            "analytics-worker",
            "audit-worker",
            "fcm-emulator",
            "local-suite");
    assertThat(Sbom.components())
        .extracting(Component::name)
        .contains("org.postgresql:postgresql", "io.netty:netty-codec-http")
        .doesNotContain("org.junit.jupiter:junit-jupiter-api", "org.assertj:assertj-core");
  }

  @Test
  void each_component_may_be_used_under_a_licence_that_is_allowed() throws IOException {
    var allowed = lines("allowed-licences.txt");
    var known = Sbom.read(FILES.resolve("licences.json"));
    var components = Sbom.components();
    Files.createDirectories(LIST.getParent());
    Files.writeString(LIST, list(components));

    var refused =
        components.stream()
            .filter(component ->
                component.licences().stream().noneMatch(allowed::contains)
                    && !allowed.contains(known.path(component.name()).path("licence").asString("")))
            .toList();

    assertThat(refused).isEmpty();
    assertThat(known.propertyNames())
        .as("licences of what is not used any more")
        .isSubsetOf(components.stream().map(Component::name).collect(toSet()));
  }

  private static String list(Set<Component> components) {
    return components.stream()
        .map(c ->
            "| %s | %s | %s |".formatted(c.name(), c.version(), String.join(" or ", c.licences())))
        .collect(joining("\n", "| component | version | licence |\n|---|---|---|\n", "\n"));
  }

  @Test
  void no_component_is_known_to_be_vulnerable_but_for_a_reason() throws IOException {
    var exceptions = Sbom.read(FILES.resolve("exceptions.json"));
    assertThat(exceptions.values())
        .allSatisfy(exception -> {
          assertThat(exception.path("reason").asString("")).isNotBlank();
          assertThat(exception.path("decided").asString("")).matches("\\d{4}-\\d\\d-\\d\\d");
        });
    var excused =
        exceptions
            .valueStream()
            .map(e -> e.path("id").asString() + " in " + e.path("component").asString())
            .collect(toSet());

    var found = new TreeSet<String>();
    for (var advisory : Advisory.in(FILES.resolve("advisories"))) {
      Sbom.components().stream()
          .filter(advisory::affects)
          .map(c -> "%s in %s:%s".formatted(advisory.id(), c.name(), c.version()))
          .forEach(found::add);
    }

    assertThat(found).isEqualTo(new TreeSet<>(excused));
  }

  @Test
  void each_advisory_says_what_it_is_of_and_where_that_is_said() throws IOException {
    assertThat(Advisory.in(FILES.resolve("advisories")))
        .isNotEmpty()
        .allSatisfy(advisory -> {
          assertThat(advisory.json().path("affected").isEmpty()).as(advisory.id()).isFalse();
          assertThat(advisory.json().path("references").isEmpty()).as(advisory.id()).isFalse();
          assertThat(advisory.json().path("modified").asString("")).isNotBlank();
        });
  }

  @ParameterizedTest
  @CsvSource({
    "11.0.21, false",
    "11.0.22, true",
    "11.0.24, true",
    "11.0.25-M1, true",
    "11.0.25, false",
    "11.0.100, false",
    "12.0.0-M1, true",
    "12.0.3, true",
    "12.0.4, false"
  })
  void a_version_is_affected_from_where_it_was_introduced_until_where_it_is_mended(
      String version, boolean affected) {
    var advisory =
        new Advisory(
            Json.tree(
                """
                {"id": "X", "affected": [{
                  "package": {"ecosystem": "Maven", "name": "group:artifact"},
                  "ranges": [{"type": "ECOSYSTEM", "events": [
                    {"introduced": "11.0.22"}, {"fixed": "11.0.25"},
                    {"introduced": "12.0.0-M1"}, {"last_affected": "12.0.3"}]}]}]}
                """));

    assertThat(advisory.affects(new Component("group:artifact", version, Set.of())))
        .isEqualTo(affected);
    assertThat(advisory.affects(new Component("group:other", version, Set.of()))).isFalse();
  }

  /** Without comments. */
  private static Set<String> lines(String file) throws IOException {
    try (var lines = Files.lines(FILES.resolve(file))) {
      return lines
          .map(line -> line.replaceFirst("#.*", "").strip())
          .filter(line -> !line.isEmpty())
          .collect(toCollection(TreeSet::new));
    }
  }
}
