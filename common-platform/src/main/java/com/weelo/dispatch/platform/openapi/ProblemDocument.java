package com.weelo.dispatch.platform.openapi;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a request was refused, as RFC 9457 has it. Some codes come with further members.
 *
 * @param title the status in words
 * @param status the HTTP status
 * @param code stable, for programs
 * @param detail for people; may change
 * @param errors with {@code VALIDATION_FAILED}, the fields that are not valid
 */
@Schema(name = Refusals.PROBLEM)
record ProblemDocument(
    String title, int status, String code, String detail, @Nullable List<FieldError> errors) {

  /**
   * A field that is not valid.
   *
   * @param field its path in the request
   * @param message what is wrong with it, for people
   */
  record FieldError(String field, String message) {}
}
