package com.weelo.dispatch.testing.api;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Whether examples are examples of their schemas. */
final class ExampleCheck {

  private static final SchemaRegistry SCHEMAS =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  private ExampleCheck() {}

  /** What is wrong with the examples of an OpenAPI description. */
  static List<String> complaints(JsonNode api) {
    var complaints = new ArrayList<String>();
    look("", api.path("paths"), api, complaints);
    look("", api.path("components").path("responses"), api, complaints);
    return complaints;
  }

  private static void look(String where, JsonNode node, JsonNode api, List<String> complaints) {
    if (node.has("schema") && node.has("example")) {
      complaints.addAll(fit(where, node.get("schema"), node.get("example"), api));
    }
    if (node.has("schema") && node.has("examples")) {
      node.get("examples")
          .forEachEntry((name, example) ->
              complaints.addAll(fit(where, node.get("schema"), example.path("value"), api)));
    }
    node.forEachEntry((key, child) -> look(where + "/" + key, child, api, complaints));
  }

  private static List<String> fit(String where, JsonNode schema, JsonNode example, JsonNode api) {
    var whole = ((ObjectNode) schema.deepCopy()).set("components", api.path("components"));
    return SCHEMAS.getSchema(whole).validate(example.toString(), InputFormat.JSON).stream()
        .map(error -> where + ": " + error)
        .toList();
  }
}
