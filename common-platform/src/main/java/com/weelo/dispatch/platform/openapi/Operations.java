package com.weelo.dispatch.platform.openapi;

import static java.util.stream.Collectors.joining;

import com.weelo.dispatch.platform.security.AllowedRoles;
import com.weelo.dispatch.platform.web.IdempotentRequests;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.Arrays;
import java.util.Map;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.web.method.HandlerMethod;

/** Describes a REST method: its name, whom it is for, and how it refuses. */
final class Operations implements OperationCustomizer {

  private static final Map<String, String> COMMON =
      Map.of(
          "cursor",
          "Where the page begins, as the page before said; the first where it is left out.",
          "limit",
          "How many to answer at most.",
          IdempotentRequests.HEADER,
          "The same key and body are answered with the first answer, and create nothing.");

  private final Refusals refusals;
  private final Examples examples;

  Operations(Refusals refusals, Examples examples) {
    this.refusals = refusals;
    this.examples = examples;
  }

  @Override
  public Operation customize(Operation operation, HandlerMethod method) {
    operation.setOperationId(id(method));
    describeRoles(operation, method);
    if (operation.getParameters() != null) {
      operation.getParameters().forEach(Operations::describeCommon);
      operation.getParameters().stream()
          .filter(parameter -> IdempotentRequests.HEADER.equals(parameter.getName()))
          .forEach(parameter -> addReplayed(operation));
    }
    refusals.describe(operation, method);
    examples.add(operation);
    return operation;
  }

  /** The method's name, unless two methods are one operation, by what the client accepts. */
  private static String id(HandlerMethod method) {
    var said = method.getMethodAnnotation(io.swagger.v3.oas.annotations.Operation.class);
    return said == null || said.operationId().isEmpty()
        ? method.getMethod().getName()
        : said.operationId();
  }

  private static void describeCommon(Parameter parameter) {
    var description = COMMON.get(parameter.getName());
    if (parameter.getDescription() == null && description != null) {
      parameter.setDescription(description);
    }
  }

  private static void describeRoles(Operation operation, HandlerMethod method) {
    var allowed = method.getMethodAnnotation(AllowedRoles.class);
    if (allowed != null) {
      var codes = Arrays.stream(allowed.value()).map(role -> role.code()).collect(joining(", "));
      var roles = "Roles: " + codes + ".";
      var said = operation.getDescription();
      if (said == null) {
        operation.setDescription(roles);
      } else if (!said.contains(roles)) { // it does where two methods are one operation
        operation.setDescription(said + "\n\n" + roles);
      }
    }
  }

  private static void addReplayed(Operation operation) {
    operation
        .getResponses()
        .forEach((status, response) -> {
          if (status.startsWith("2")) {
            response.addHeaderObject(
                IdempotentRequests.REPLAYED,
                new Header()
                    .description(
                        "`true` where this is the first answer to the same request, again.")
                    .schema(new StringSchema()));
          }
        });
  }
}
