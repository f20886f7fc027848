package com.weelo.dispatch.broadcast.sockets;

import static com.weelo.dispatch.testing.api.JsonSchemas.ordered;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What people wrote of the asynchronous interface: texts, and what no code says. */
@SuppressWarnings("unchecked") // it is as it is read
final class AsyncApiTemplate {

  static final YAMLMapper YAML = new YAMLMapper();

  private final Map<String, Object> template = read();

  private static Map<String, Object> read() {
    try (var file = AsyncApiTemplate.class.getResourceAsStream("/asyncapi/template.yaml")) {
      return YAML.readValue(file, LinkedHashMap.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The beginning of the document: what stands in it as it was written. */
  Map<String, Object> document() {
    var document = new LinkedHashMap<String, Object>();
    for (var part : new String[] {"asyncapi", "info", "defaultContentType", "servers"}) {
      document.put(part, part(part));
    }
    return document;
  }

  Map<String, Object> socket() {
    return new LinkedHashMap<>(map("socket"));
  }

  Object securitySchemes() {
    return Objects.requireNonNull(map("components").get("securitySchemes"));
  }

  /** What is written of something under a heading. */
  String text(String heading, String name) {
    return (String)
        Objects.requireNonNull(map(heading).get(name), heading + " says nothing of " + name);
  }

  int count(String heading) {
    return map(heading).size();
  }

  private Map<String, Object> map(String part) {
    return (Map<String, Object>) part(part);
  }

  private Object part(String part) {
    return Objects.requireNonNull(template.get(part), part);
  }

  static Map<String, Object> reference(String... path) {
    return ordered("$ref", "#/" + String.join("/", path));
  }
}
