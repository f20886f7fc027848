package com.weelo.dispatch.testing.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.weelo.dispatch.testing.CheckedInFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.springframework.context.ApplicationContext;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Compares how a running service describes itself with {@code docs/api/SERVICE.openapi.json}, and
 * looks whether that is a good description.
 */
public final class ApiDescription {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final DefaultPrettyPrinter PRETTY =
      new DefaultPrettyPrinter()
          .withObjectIndenter(new DefaultIndenter("  ", "\n"))
          .withArrayIndenter(new DefaultIndenter("  ", "\n"));

  private final String service;
  private final ObjectNode document;

  private ApiDescription(String service, ObjectNode document) {
    this.service = service;
    this.document = document;
  }

  /** Of the service that runs in the context of a test. */
  public static ApiDescription of(ApplicationContext context) {
    var environment = context.getEnvironment();
    var port = environment.getRequiredProperty("local.server.port");
    var document = (ObjectNode) JSON.readTree(get("http://localhost:" + port + "/v3/api-docs"));
    document.remove("servers"); // where it runs is no part of the interface
    return new ApiDescription(environment.getRequiredProperty("spring.application.name"), document);
  }

  /** Looks, and compares. */
  public void check() {
    assertThat(OpenApiLint.complaints(document)).isEmpty();
    CheckedInFile.at("docs/api/" + service + ".openapi.json")
        .mustSay(JSON.writer().with(PRETTY).writeValueAsString(document) + "\n");
  }

  private static String get(String url) {
    try (var http = HttpClient.newHttpClient()) {
      var answer =
          http.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
      return answer.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
