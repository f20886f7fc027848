package com.weelo.dispatch.platform.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * An answer that is an error: RFC 9457 {@code application/problem+json} with a stable code. Thrown
 * anywhere below a controller.
 */
public final class Problem extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final HttpStatus status;
  private final String code;
  private final transient Map<String, Object> properties = new LinkedHashMap<>();
  private final transient HttpHeaders headers = new HttpHeaders();

  /**
   * @param code stable, for programs; in capitals with underscores
   * @param detail for people; may change
   */
  public Problem(HttpStatus status, String code, String detail) {
    super(detail, null, false, false);
    this.status = status;
    this.code = code;
  }

  public static Problem conflict(String code, String detail) {
    return new Problem(HttpStatus.CONFLICT, code, detail);
  }

  public static Problem notFound(String what) {
    return new Problem(HttpStatus.NOT_FOUND, "NOT_FOUND", "There is no such " + what + ".");
  }

  public static Problem forbidden(String detail) {
    return new Problem(HttpStatus.FORBIDDEN, "FORBIDDEN", detail);
  }

  public static Problem unauthenticated() {
    return new Problem(
            HttpStatus.UNAUTHORIZED, "UNAUTHENTICATED", "A valid bearer token is needed.")
        .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
  }

  /** One bad field. */
  public static Problem invalid(String field, String message) {
    return new Problem(
            HttpStatus.BAD_REQUEST, "VALIDATION_FAILED", "The request has invalid fields.")
        .with("errors", java.util.List.of(new FieldError(field, message)));
  }

  /** Something is away for the moment. */
  public static Problem unavailable(String code, String detail, long retryAfterSeconds) {
    return new Problem(HttpStatus.SERVICE_UNAVAILABLE, code, detail)
        .header(HttpHeaders.RETRY_AFTER, Long.toString(retryAfterSeconds));
  }

  /** A further member of the problem document. */
  public Problem with(String name, Object value) {
    properties.put(name, value);
    return this;
  }

  public Problem header(String name, String value) {
    headers.add(name, value);
    return this;
  }

  public HttpStatus status() {
    return status;
  }

  public String code() {
    return code;
  }

  HttpHeaders headers() {
    return headers;
  }

  Map<String, Object> document() {
    var document = new LinkedHashMap<String, Object>();
    document.put("title", status.getReasonPhrase());
    document.put("status", status.value());
    document.put("code", code);
    document.put("detail", String.valueOf(getMessage()));
    document.putAll(properties);
    return document;
  }

  /** Which field is wrong, and how. */
  public record FieldError(String field, String message) {}
}
