package com.weelo.dispatch.testing.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.weelo.dispatch.testing.CheckedInFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.context.ApplicationContext;

/**
 * Calls every endpoint of a running service as everybody, and compares how far each comes with
 * {@code src/test/resources/roles.txt} and {@code docs/roles.md}.
 *
 * <pre>{@code
 * EndpointRoles.of(context)
 *     .path("/api/v1/bookings/{id}", () -> aStrangersBooking())
 *     .call("POST /api/v1/bookings", SampleCall.json("{…}"))
 *     .check();
 * }</pre>
 *
 * Calls are good ones, so that no other refusal hides what is asked for; ids in paths are of what
 * belongs to strangers.
 */
public final class EndpointRoles {

  private final String service;
  private final List<Endpoint> endpoints;
  private final ApiCalls calls;
  private final Map<String, Supplier<String>> variables = new HashMap<>();
  private final Map<Endpoint, Function<String, SampleCall>> samples = new HashMap<>();
  private final List<String> flaws = new ArrayList<>();

  private EndpointRoles(String service, List<Endpoint> endpoints, int port) {
    this.service = service;
    this.endpoints = new ArrayList<>(endpoints);
    this.calls = new ApiCalls(port);
  }

  /** Of the service that runs in the context of a test. */
  public static EndpointRoles of(ApplicationContext context) {
    var environment = context.getEnvironment();
    return new EndpointRoles(
        environment.getRequiredProperty("spring.application.name"),
        HandlerEndpoints.of(context),
        environment.getRequiredProperty("local.server.port", Integer.class));
  }

  /** Of a service without handler methods: each of its endpoints is to be named. */
  public static EndpointRoles of(String service, int port) {
    return new EndpointRoles(service, List.of(), port);
  }

  /**
   * What stands in paths for a variable; something that is not there otherwise.
   *
   * @param template the path up to the variable
   * @param value asked before each call, so that none finds what another one changed
   */
  public EndpointRoles path(String template, Supplier<String> value) {
    variables.put(template, value);
    return this;
  }

  /**
   * How an endpoint is called.
   *
   * @param endpoint as it stands in the table
   */
  public EndpointRoles call(String endpoint, SampleCall sample) {
    return call(endpoint, user -> sample);
  }

  /**
   * @param sample gets the calling user's id
   */
  public EndpointRoles call(String endpoint, Function<String, SampleCall> sample) {
    var known = Endpoint.parse(endpoint);
    assertThat(endpoints).as("what the service answers").contains(known);
    samples.put(known, sample);
    return this;
  }

  /**
   * Something that is answered by no handler method: a page's file, or, as {@code WS path [frame]},
   * a WebSocket that is opened and sent a frame of this type.
   */
  public EndpointRoles also(String endpoint) {
    endpoints.add(Endpoint.parse(endpoint));
    return this;
  }

  /** Calls, and compares. */
  public void check() {
    var table = new RoleTable();
    for (var endpoint : endpoints) {
      for (var caller : TestCaller.values()) {
        table.put(endpoint, caller, access(endpoint, caller));
      }
    }
    assertThat(flaws).as("calls that tell nothing, and headers").isEmpty();
    CheckedInFile.at(service + "/src/test/resources/roles.txt").mustSay(table.text());
    RolesPage.mustSay(service, table.markdown());
  }

  private Access access(Endpoint endpoint, TestCaller caller) {
    var user = "user-" + UUID.randomUUID();
    if (endpoint.method().equals(Endpoint.SOCKET)) {
      return calls.overSocket(endpoint, caller.token(user));
    }
    var sample = samples.getOrDefault(endpoint, u -> SampleCall.PLAIN).apply(user);
    var answer = calls.call(endpoint, path(endpoint), sample, caller.token(user));
    var call = endpoint + " as " + caller.title() + ": ";
    answer.flaws().forEach(flaw -> flaws.add(call + flaw));
    try {
      var access = Access.of(answer.status(), answer.code());
      // Everything is theirs to see: what they do not find is not there.
      return caller == TestCaller.OPS && access == Access.OWN ? Access.YES : access;
    } catch (IllegalArgumentException e) {
      flaws.add(call + e.getMessage() + " " + answer.body());
      return Access.YES;
    }
  }

  private String path(Endpoint endpoint) {
    var called = new StringBuilder();
    var template = new StringBuilder();
    for (var segment : endpoint.path().substring(1).split("/", -1)) {
      template.append('/').append(segment);
      called.append('/').append(value(segment, template.toString()));
    }
    return called.toString();
  }

  private String value(String segment, String template) {
    if (segment.equals("**")) {
      return "liveness";
    }
    return segment.startsWith("{")
        ? variables.getOrDefault(template, () -> UUID.randomUUID().toString()).get()
        : segment;
  }
}
