package com.weelo.dispatch.events;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Events as the JSON that others see, read without the codec under test. */
final class EventJson {

  private static final Path GOLDEN_FILES = Path.of("src/test/resources/events");
  private static final JsonMapper JSON = new JsonMapper();

  private EventJson() {}

  static ObjectNode tree(byte[] bytes) {
    return (ObjectNode) JSON.readTree(bytes);
  }

  static JsonNode value(String json) {
    return JSON.readTree(json);
  }

  static byte[] bytes(JsonNode tree) {
    return JSON.writeValueAsBytes(tree);
  }

  static String pretty(JsonNode tree) {
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(tree);
  }

  /** The file of the type as it is now: {@code v1} for 1.0, {@code v1.1} for 1.1. */
  static Path goldenFile(EventEnvelope<?> event) {
    var version = event.eventVersion().replaceFirst("\\.0$", "");
    return GOLDEN_FILES.resolve(event.eventType() + ".v" + version + ".json");
  }

  static List<Path> goldenFiles() {
    try (var files = Files.list(GOLDEN_FILES)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
