package com.weelo.dispatch.platform.openapi;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import com.weelo.dispatch.platform.openapi.ProblemCodes.ProblemCode;
import com.weelo.dispatch.platform.security.AllowedRoles;
import com.weelo.dispatch.platform.security.Role;
import com.weelo.dispatch.platform.web.IdempotentRequests;
import com.weelo.dispatch.platform.web.RefusedWith;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.http.HttpStatus;
import org.springframework.web.method.HandlerMethod;

/** Describes with which problems a REST method may answer. */
final class Refusals {

  static final String PROBLEM = "Problem";
  private static final String PROBLEM_JSON = "application/problem+json";

  private final ProblemCodes codes = new ProblemCodes();

  void describe(Operation operation, HandlerMethod method) {
    var byStatus =
        codes(operation, method).stream()
            .map(codes::of)
            .collect(groupingBy(ProblemCode::status, TreeMap::new, toList()));
    var responses = new ApiResponses();
    operation.getResponses().entrySet().stream()
        .filter(response -> response.getKey().startsWith("2"))
        .forEach(response -> responses.addApiResponse(response.getKey(), response.getValue()));
    byStatus.forEach((status, those) -> responses.addApiResponse("" + status, answer(those)));
    responses.addApiResponse("default", answer(List.of(codes.of("INTERNAL_ERROR"))));
    operation.setResponses(responses);
  }

  private static TreeSet<String> codes(Operation operation, HandlerMethod method) {
    var codes =
        new TreeSet<>(List.of("UNAUTHENTICATED", "RATE_LIMITED", "TEMPORARILY_UNAVAILABLE"));
    var allowed = method.getMethodAnnotation(AllowedRoles.class);
    if (allowed != null && allowed.value().length < Role.values().length) {
      codes.add("FORBIDDEN");
    }
    var parameters = operation.getParameters();
    if (parameters != null && parameters.stream().anyMatch(p -> "query".equals(p.getIn()))) {
      codes.add("VALIDATION_FAILED");
    }
    if (parameters != null
        && parameters.stream().anyMatch(p -> IdempotentRequests.HEADER.equals(p.getName()))) {
      codes.add("IDEMPOTENCY_KEY_REUSED");
    }
    if (operation.getRequestBody() != null) {
      codes.addAll(
          List.of(
              "VALIDATION_FAILED",
              "MALFORMED_REQUEST",
              "PAYLOAD_TOO_LARGE",
              "UNSUPPORTED_MEDIA_TYPE"));
    }
    var refused = method.getMethodAnnotation(RefusedWith.class);
    if (refused != null) {
      codes.addAll(List.of(refused.value()));
    }
    return codes;
  }

  /** Of one code alone: described once, for all operations. */
  Map<String, ApiResponse> shared() {
    return codes
        .all()
        .collect(
            toMap(
                ProblemCode::code,
                code -> response(List.of(code)),
                (one, other) -> one,
                TreeMap::new));
  }

  private static ApiResponse answer(List<ProblemCode> codes) {
    return codes.size() == 1 ? new ApiResponse().$ref(codes.getFirst().code()) : response(codes);
  }

  private static ApiResponse response(List<ProblemCode> codes) {
    var content = new MediaType().schema(new Schema<>().$ref(PROBLEM));
    codes.forEach(code -> content.addExamples(code.code(), example(code)));
    return new ApiResponse()
        .description(
            codes.stream()
                .map(code -> "`" + code.code() + "`: " + code.meaning())
                .collect(joining("\n\n")))
        .content(new Content().addMediaType(PROBLEM_JSON, content));
  }

  private static Example example(ProblemCode code) {
    var problem = new LinkedHashMap<String, Object>();
    problem.put("title", HttpStatus.valueOf(code.status()).getReasonPhrase());
    problem.put("status", code.status());
    problem.put("code", code.code());
    problem.put("detail", code.meaning());
    return new Example().value(problem);
  }
}
