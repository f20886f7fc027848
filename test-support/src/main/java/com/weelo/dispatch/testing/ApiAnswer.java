package com.weelo.dispatch.testing;

import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a service answered. Its fields are empty where it was no JSON object. */
public class ApiAnswer {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final int status;
  private final HttpHeaders headers;
  private final String content;

  ApiAnswer(int status, HttpHeaders headers, String content) {
    this.status = status;
    this.headers = headers;
    this.content = content;
  }

  /** The same, for a service that reads more from its answers. */
  protected ApiAnswer(ApiAnswer same) {
    this(same.status, same.headers, same.content);
  }

  public int status() {
    return status;
  }

  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.getFirst(name));
  }

  /** As it was sent. */
  public String content() {
    return content;
  }

  /**
   * @throws tools.jackson.core.JacksonException where it is no JSON
   */
  public JsonNode body() {
    return JSON.readTree(content);
  }

  public String text(String field) {
    return body().path(field).asString("");
  }

  public int number(String field) {
    return body().path(field).asInt();
  }

  /** A problem's stable code. */
  public String code() {
    return text("code");
  }

  /** The fields that a problem complains about. */
  public List<String> badFields() {
    return body()
        .path("errors")
        .valueStream()
        .map(error -> error.path("field").asString())
        .toList();
  }

  /** Whether it is what the same request with the same key was answered before. */
  public boolean isReplayed() {
    return header("Idempotency-Replayed").equals(Optional.of("true"));
  }
}
