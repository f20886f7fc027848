package com.weelo.dispatch.broadcast.sockets;

import static com.weelo.dispatch.testing.api.JsonSchemas.ordered;

import com.weelo.dispatch.events.EventCodec;
import com.weelo.dispatch.events.EventEnvelope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The contract's samples of events, of every version there ever was. */
final class GoldenEvents {

  private static final Path FOLDER = Path.of("../common-events/src/test/resources/events");
  private static final JsonMapper JSON = JsonMapper.shared();

  private final Map<String, JsonNode> files = new TreeMap<>();

  GoldenEvents() {
    try (var paths = Files.list(FOLDER)) {
      for (var path : paths.toList()) {
        files.put(path.getFileName().toString(), JSON.readTree(Files.readAllBytes(path)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** By the file's name. */
  Map<String, JsonNode> files() {
    return files;
  }

  List<EventEnvelope<?>> events() {
    var codec = new EventCodec();
    return files.values().stream()
        .<EventEnvelope<?>>map(file -> codec.decode(JSON.writeValueAsBytes(file)).orElseThrow())
        .toList();
  }

  /** Of one type, as examples of a message. */
  List<Map<String, Object>> examples(String type) {
    return files.values().stream()
        .filter(event -> event.path("eventType").asString().equals(type))
        .map(event ->
            ordered(
                "name",
                "version " + event.path("eventVersion").asString(),
                "payload",
                JSON.treeToValue(event, LinkedHashMap.class)))
        .toList();
  }
}
