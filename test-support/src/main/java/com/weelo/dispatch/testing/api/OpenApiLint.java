package com.weelo.dispatch.testing.api;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What a description of a REST interface owes those who write clients from it. */
final class OpenApiLint {

  private static final String SCHEMAS = "#/components/schemas/";
  private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

  /** Examples, and forms: what OpenAPI itself has no name for. */
  private static final Set<String> UNNAMED = Set.of("example", "examples", "multipart/form-data");

  private final JsonNode api;
  private final List<String> complaints = new ArrayList<>();

  private OpenApiLint(JsonNode api) {
    this.api = api;
  }

  /** What is wrong with it, one line each. */
  static List<String> complaints(JsonNode api) {
    var lint = new OpenApiLint(api);
    lint.describesItself();
    lint.operations();
    lint.schemas();
    lint.complaints.addAll(ExampleCheck.complaints(api));
    return lint.complaints;
  }

  private void describesItself() {
    for (var member : List.of("title", "description", "version")) {
      require(!text(api.path("info").path(member)).isBlank(), "the whole has no " + member);
    }
    require(
        text(api.at("/components/securitySchemes/bearer/scheme")).equals("bearer"),
        "there is no bearer scheme");
  }

  private void operations() {
    var ids = new HashSet<String>();
    api.path("paths")
        .forEachEntry((path, item) ->
            item.forEachEntry((method, operation) -> {
              if (METHODS.contains(method)) {
                var id = text(operation.path("operationId"));
                require(ids.add(id), id + " is the id of two operations");
                operation(method + " " + path, operation);
              }
            }));
  }

  private void operation(String name, JsonNode operation) {
    require(
        text(operation.path("operationId")).matches("[a-z][A-Za-z]+"), name + " has no good id");
    require(!text(operation.path("summary")).isBlank(), name + " has no summary");
    require(operation.path("tags").size() == 1, name + " has no tag");
    require(operation.path("security").size() == 1, name + " does not say who may call");
    var statuses = List.copyOf(operation.path("responses").propertyNames());
    require(statuses.stream().anyMatch(s -> s.startsWith("2")), name + " has no good answer");
    for (var status : List.of("401", "429", "503", "default")) {
      require(statuses.contains(status), name + " does not say " + status);
    }
    operation
        .path("responses")
        .forEachEntry((status, answer) -> {
          var response = resolved(answer);
          require(
              !text(response.path("description")).isBlank(), name + " does not explain " + status);
          if (!status.startsWith("2")) {
            problem(name + " " + status, response);
          }
        });
    operation
        .path("parameters")
        .forEach(parameter ->
            require(
                !text(parameter.path("description")).isBlank(),
                name + " does not explain " + text(parameter.path("name"))));
    var request = operation.at("/requestBody/content/application~1json");
    require(request.isMissingNode() || request.has("example"), name + " shows no request");
    named(name, operation);
  }

  private JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? api.at(text(node.path("$ref")).substring(1)) : node;
  }

  private void problem(String name, JsonNode response) {
    var content = response.path("content").path("application/problem+json");
    require(text(content.at("/schema/$ref")).equals(SCHEMAS + "Problem"), name + " is no problem");
    require(!content.path("examples").isEmpty(), name + " names no code");
  }

  /** Objects have names, so that clients that are generated have good ones. */
  private void named(String where, JsonNode node) {
    if (node.has("properties")) {
      complaints.add(where + " has a schema without a name");
    }
    node.forEachEntry((key, child) -> {
      if (!UNNAMED.contains(key)) {
        named(where, child);
      }
    });
    if (node.isArray()) {
      node.forEach(child -> named(where, child));
    }
  }

  private void schemas() {
    var used = api.toString();
    api.path("components")
        .path("schemas")
        .forEachEntry((name, schema) -> {
          require(used.contains("\"" + SCHEMAS + name + "\""), name + " is not used");
          require(name.matches("[A-Z][A-Za-z]+"), name + " is no good name");
          schema.path("properties").forEach(property -> named(name, property));
        });
  }

  private void require(boolean good, String otherwise) {
    if (!good) {
      complaints.add(otherwise);
    }
  }

  private static String text(JsonNode node) {
    return node.asString("");
  }
}
