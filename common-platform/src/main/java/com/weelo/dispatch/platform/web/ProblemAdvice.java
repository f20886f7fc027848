package com.weelo.dispatch.platform.web;

import jakarta.validation.ConstraintViolationException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.validation.FieldError;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;

/** Turns whatever a controller throws into a problem document; never a stack trace. */
@RestControllerAdvice
final class ProblemAdvice {

  private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

  /** PostgreSQL's {@code character_not_in_repertoire}: U+0000, most likely. */
  private static final String NO_SUCH_CHARACTER = "22021";

  @ExceptionHandler
  ResponseEntity<Map<String, Object>> on(Problem problem) {
    return ResponseEntity.status(problem.status())
        .headers(problem.headers())
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem.document());
  }

  @ExceptionHandler
  ResponseEntity<Map<String, Object>> on(MethodArgumentNotValidException e) {
    return invalid(e.getFieldErrors().stream().map(ProblemAdvice::error).toList());
  }

  /** Where a parameter beside the body is validated too, the body comes as one of them. */
  @ExceptionHandler
  ResponseEntity<Map<String, Object>> on(HandlerMethodValidationException e) {
    return invalid(
        e.getParameterValidationResults().stream().flatMap(ProblemAdvice::errors).toList());
  }

  private static Stream<Problem.FieldError> errors(ParameterValidationResult result) {
    if (result instanceof ParameterErrors body) {
      return body.getFieldErrors().stream().map(ProblemAdvice::error);
    }
    var name = String.valueOf(result.getMethodParameter().getParameterName());
    return result.getResolvableErrors().stream()
        .map(error -> new Problem.FieldError(name, String.valueOf(error.getDefaultMessage())));
  }

  private static Problem.FieldError error(FieldError error) {
    return new Problem.FieldError(error.getField(), String.valueOf(error.getDefaultMessage()));
  }

  @ExceptionHandler
  ResponseEntity<Map<String, Object>> on(ConstraintViolationException e) {
    return invalid(
        e.getConstraintViolations().stream()
            .map(v -> new Problem.FieldError(v.getPropertyPath().toString(), v.getMessage()))
            .toList());
  }

  @ExceptionHandler
  ResponseEntity<Map<String, Object>> on(MissingServletRequestParameterException e) {
    return on(Problem.invalid(e.getParameterName(), "is required"));
  }

  @ExceptionHandler
  ResponseEntity<Map<String, Object>> on(MethodArgumentTypeMismatchException e) {
    return on(Problem.invalid(e.getName(), "is not valid"));
  }

  /** JSON that is none is malformed; JSON that does not fit has an invalid field. */
  @ExceptionHandler
  ResponseEntity<Map<String, Object>> on(HttpMessageNotReadableException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof Problem problem) { // the body grew too large while it was read
        return on(problem);
      }
    }
    if (e.getCause() instanceof DatabindException mismatch && !mismatch.getPath().isEmpty()) {
      return on(Problem.invalid(field(mismatch), "is not valid"));
    }
    return on(
        new Problem(
            HttpStatus.BAD_REQUEST, "MALFORMED_REQUEST", "The body is not the JSON expected."));
  }

  /** The database is away: nothing was done, and the client may try again. */
  @ExceptionHandler({
    CannotCreateTransactionException.class,
    TransactionSystemException.class,
    DataAccessResourceFailureException.class,
    TransientDataAccessException.class
  })
  ResponseEntity<Map<String, Object>> onLostDatabase(Exception e) {
    log.warn("The database did not answer: {}", e.toString());
    return on(
        Problem.unavailable(
            "TEMPORARILY_UNAVAILABLE", "The service can not answer at the moment.", 1));
  }

  /** A character that no text in the database can have; wherever it came in. */
  @ExceptionHandler
  ResponseEntity<Map<String, Object>> on(DataIntegrityViolationException e) {
    if (NestedExceptionUtils.getMostSpecificCause(e) instanceof SQLException sql
        && NO_SUCH_CHARACTER.equals(sql.getSQLState())) {
      return on(
          new Problem(
              HttpStatus.BAD_REQUEST,
              "MALFORMED_REQUEST",
              "The request has a character that can not be kept."));
    }
    return on((Exception) e);
  }

  /** The client of a stream has gone: there is nobody to answer. */
  @ExceptionHandler
  void on(AsyncRequestNotUsableException gone) {
    log.debug("A client has gone: {}", gone.getMessage());
  }

  @ExceptionHandler
  ResponseEntity<Map<String, Object>> on(Exception e) {
    if (e instanceof ErrorResponse known) { // what Spring itself answers: 404, 405, 406, 415, …
      var status = HttpStatus.valueOf(known.getStatusCode().value());
      var problem = new Problem(status, status.name(), status.getReasonPhrase());
      known.getHeaders().forEach((name, values) -> values.forEach(v -> problem.header(name, v)));
      return on(problem);
    }
    log.error("A request failed", e);
    return on(
        new Problem(
            HttpStatus.INTERNAL_SERVER_ERROR,
            "INTERNAL_ERROR",
            "The request could not be served."));
  }

  private ResponseEntity<Map<String, Object>> invalid(List<Problem.FieldError> errors) {
    return on(
        new Problem(HttpStatus.BAD_REQUEST, "VALIDATION_FAILED", "The request has invalid fields.")
            .with("errors", errors));
  }

  private static String field(DatabindException mismatch) {
    return StreamSupport.stream(mismatch.getPath().spliterator(), false)
        .map(JacksonException.Reference::getPropertyName)
        .filter(java.util.Objects::nonNull)
        .reduce((outer, inner) -> outer + "." + inner)
        .orElse("body");
  }
}
