package com.weelo.dispatch.platform.openapi;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Schema;
import org.jspecify.annotations.Nullable;

/** Turns what comes of Javadoc into Markdown. */
final class Texts {

  private Texts() {}

  static void clean(OpenAPI api) {
    api.getPaths().values().forEach(item -> item.readOperations().forEach(Texts::clean));
    api.getComponents().getSchemas().values().forEach(Texts::clean);
  }

  private static void clean(Operation operation) {
    var summary = markdown(operation.getSummary());
    operation.setSummary(withoutStop(summary));
    operation.setDescription(without(summary, markdown(operation.getDescription())));
    if (operation.getParameters() != null) {
      operation.getParameters().forEach(p -> p.setDescription(markdown(p.getDescription())));
    }
  }

  private static void clean(Schema<?> schema) {
    schema.setDescription(markdown(schema.getDescription()));
    if (schema.getProperties() != null) {
      schema.getProperties().values().forEach(Texts::clean);
    }
  }

  static @Nullable String markdown(@Nullable String text) {
    return text == null
        ? null
        : text.replaceAll("</?code>", "`")
            .replaceAll("\\s*<p>\\s*", "\n\n")
            .replaceAll("(?<!\n)\n(?!\n)\\s*", " ")
            .strip();
  }

  /** Javadoc's first sentence is the summary. */
  private static @Nullable String without(@Nullable String summary, @Nullable String description) {
    return summary != null && description != null && description.startsWith(summary)
        ? description.substring(summary.length()).replaceFirst("^[.\\s]+", "")
        : description;
  }

  private static @Nullable String withoutStop(@Nullable String sentence) {
    return sentence == null ? null : sentence.replaceAll("\\.$", "");
  }
}
