package com.weelo.dispatch.testing.api;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** Finds what a context's handler methods answer, the platform's own among them. */
final class HandlerEndpoints {

  /** Where the container asks for the text of an error; nothing there for callers. */
  private static final String ERRORS = "/error";

  private static final String OURS = "/api/";

  private HandlerEndpoints() {}

  static List<Endpoint> of(ApplicationContext context) {
    var endpoints = new TreeSet<Endpoint>();
    context
        .getBeansOfType(RequestMappingInfoHandlerMapping.class)
        .values()
        .forEach(mapping ->
            mapping.getHandlerMethods().keySet().stream()
                .flatMap(HandlerEndpoints::of)
                .filter(endpoint -> !endpoint.path().startsWith(ERRORS))
                .forEach(endpoints::add));
    return List.copyOf(endpoints);
  }

  private static Stream<Endpoint> of(RequestMappingInfo mapping) {
    return mapping.getPatternValues().stream()
        .flatMap(path ->
            mapping.getMethodsCondition().getMethods().stream()
                .map(method -> new Endpoint(method.name(), path, mediaType(path, mapping))));
  }

  private static String mediaType(String path, RequestMappingInfo mapping) {
    return Stream.concat(
            mapping.getConsumesCondition().getConsumableMediaTypes().stream(),
            mapping.getProducesCondition().getProducibleMediaTypes().stream())
        .filter(type -> path.startsWith(OURS))
        .map(MediaType::toString)
        .sorted()
        .findFirst()
        .orElse("");
  }
}
