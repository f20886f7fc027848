package com.weelo.dispatch.platform.openapi;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.json.JsonMapper;

/**
 * What requests and answers look like: {@code openapi/SERVICE/OPERATION.request.json} and {@code
 * .response.json}, where they are there.
 */
final class Examples {

  private static final String JSON = "application/json";

  private final String service;
  private final JsonMapper json;

  Examples(String service, JsonMapper json) {
    this.service = service;
    this.json = json;
  }

  void add(Operation operation) {
    var request = operation.getRequestBody();
    if (request != null) {
      add(request.getContent(), operation.getOperationId() + ".request.json");
    }
    operation
        .getResponses()
        .forEach((status, response) -> {
          if (status.startsWith("2")) {
            add(response.getContent(), operation.getOperationId() + ".response.json");
          }
        });
  }

  private void add(@Nullable Content content, String file) {
    var resource = new ClassPathResource("openapi/" + service + "/" + file);
    if (content != null && content.containsKey(JSON) && resource.exists()) {
      content.get(JSON).setExample(read(resource));
    }
  }

  private Object read(ClassPathResource resource) {
    try (var file = resource.getInputStream()) {
      return json.readValue(file, Object.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
