package com.weelo.dispatch.platform.openapi;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springdoc.core.customizers.OpenApiCustomizer;

/** Describes what a service's calls have in common, and puts everything in an order that stays. */
final class WholeDescription implements OpenApiCustomizer {

  private static final String BEARER = "bearer";
  private static final String SHARED = "#/components/responses/";

  /** Where a path says what it is about, after {@code /api/v1/}. */
  private static final int SUBJECT = 3;

  private final ApiProperties properties;
  private final Refusals refusals;

  WholeDescription(ApiProperties properties, Refusals refusals) {
    this.properties = properties;
    this.refusals = refusals;
  }

  @Override
  public void customise(OpenAPI api) {
    api.setInfo(
        new Info()
            .title(properties.title())
            .description(properties.description())
            .version("1.0")
            .license(new License().name("Apache-2.0").identifier("Apache-2.0")));
    api.getComponents()
        .addSecuritySchemes(
            BEARER,
            new SecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme(BEARER)
                .bearerFormat("JWT")
                .description(
                    "Claims: `sub`, the user; `role`: customer, transporter, driver or ops;"
                        + " `transporter_id` for a fleet's drivers; `exp` is required."));
    var problem = ModelConverters.getInstance(true).readAll(ProblemDocument.class);
    problem.forEach(api.getComponents()::addSchemas);
    addSharedRefusals(api);
    tag(api);
    Texts.clean(api);
    sort(api);
  }

  private void addSharedRefusals(OpenAPI api) {
    var used =
        api.getPaths().values().stream()
            .flatMap(item -> item.readOperations().stream())
            .flatMap(operation -> operation.getResponses().values().stream())
            .map(ApiResponse::get$ref)
            .collect(Collectors.toSet());
    refusals
        .shared()
        .forEach((code, response) -> {
          if (used.contains(SHARED + code)) {
            api.getComponents().addResponses(code, response);
          }
        });
  }

  private static void tag(OpenAPI api) {
    var tags = new TreeSet<String>();
    api.getPaths()
        .forEach((path, item) -> {
          var subject = path.split("/", -1)[SUBJECT];
          tags.add(subject);
          for (Operation operation : item.readOperations()) {
            operation.setTags(List.of(subject));
            operation.setSecurity(List.of(new SecurityRequirement().addList(BEARER)));
          }
        });
    api.setTags(tags.stream().map(name -> new Tag().name(name)).toList());
  }

  @SuppressWarnings("rawtypes") // as the model has it
  private static void sort(OpenAPI api) {
    var paths = new Paths();
    new TreeMap<String, PathItem>(api.getPaths()).forEach(paths::addPathItem);
    api.setPaths(paths);
    api.getComponents().setSchemas(new TreeMap<String, Schema>(api.getComponents().getSchemas()));
  }
}
