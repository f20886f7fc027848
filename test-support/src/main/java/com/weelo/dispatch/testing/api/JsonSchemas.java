package com.weelo.dispatch.testing.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON schemas of records, as Jackson writes them, with what their Javadoc says. Every record and
 * enum has a name, and is referred to by it.
 */
public final class JsonSchemas {

  private static final JsonMapper JSON = JsonMapper.shared();

  private static final Map<Class<?>, Map<String, Object>> SIMPLE =
      Map.ofEntries(
          Map.entry(String.class, Map.of("type", "string")),
          Map.entry(Instant.class, ordered("type", "string", "format", "date-time")),
          Map.entry(UUID.class, ordered("type", "string", "format", "uuid")),
          Map.entry(int.class, Map.of("type", "integer")),
          Map.entry(Integer.class, Map.of("type", "integer")),
          Map.entry(long.class, Map.of("type", "integer")),
          Map.entry(Long.class, Map.of("type", "integer")),
          Map.entry(double.class, Map.of("type", "number")),
          Map.entry(Double.class, Map.of("type", "number")),
          Map.entry(boolean.class, Map.of("type", "boolean")),
          Map.entry(Boolean.class, Map.of("type", "boolean")));

  private final Map<String, Object> named = new TreeMap<>();
  private final Map<String, Class<?>> types = new TreeMap<>();

  /** All that were asked for, and what they refer to, by name. */
  public Map<String, Object> named() {
    return named;
  }

  /** A reference to the schema of a record or enum under its own name. */
  public Map<String, Object> of(Class<?> type) {
    return of(type, type.getSimpleName());
  }

  /** A reference to the schema of a record or enum under a better name. */
  public Map<String, Object> of(Class<?> type, String name) {
    var known = types.putIfAbsent(name, type);
    if (known == null) {
      named.put(name, Map.of()); // it may refer to itself
      named.put(name, type.isEnum() ? ofEnum(type) : ofRecord(type));
    } else if (known != type) {
      throw new IllegalStateException(known + " and " + type + " have the same name");
    }
    return Map.of("$ref", "#/components/schemas/" + name);
  }

  /** An object's schema, with keys in this order. */
  public static Map<String, Object> ordered(Object... keysAndValues) {
    var map = new LinkedHashMap<String, Object>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      map.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }
    return map;
  }

  private static Map<String, Object> ofEnum(Class<?> type) {
    var values =
        Arrays.stream(type.getEnumConstants())
            .map(constant -> JSON.valueToTree(constant).asString())
            .toList();
    return described(Javadocs.of(type), ordered("type", "string", "enum", values));
  }

  private Map<String, Object> ofRecord(Class<?> type) {
    var components = type.getRecordComponents();
    if (components.length == 1 && isValue(components[0])) {
      return described(Javadocs.of(type), simple(components[0].getType()));
    }
    var docs = Javadocs.ofComponents(type);
    var properties = new LinkedHashMap<String, Object>();
    var required = new ArrayList<String>();
    for (var component : components) {
      var name = component.getName();
      properties.put(name, described(docs.get(name), of(component.getAnnotatedType())));
      if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
        required.add(name);
      }
    }
    for (var method : derived(type)) {
      var name = method.getAnnotation(JsonProperty.class).value();
      properties.put(name, described(Javadocs.of(method), of(method.getAnnotatedReturnType())));
      required.add(name);
    }
    return described(
        Javadocs.of(type),
        ordered("type", "object", "required", required, "properties", properties));
  }

  private static boolean isValue(RecordComponent component) {
    return component.getAccessor().isAnnotationPresent(JsonValue.class);
  }

  /** What is written beside the components. */
  private static List<Method> derived(Class<?> type) {
    return Arrays.stream(type.getMethods())
        .filter(method -> isNamed(method) && method.getParameterCount() == 0)
        .filter(method ->
            Arrays.stream(type.getRecordComponents())
                .noneMatch(component -> component.getName().equals(method.getName())))
        .toList();
  }

  private static boolean isNamed(AnnotatedElement element) {
    var property = element.getAnnotation(JsonProperty.class);
    return property != null && !property.value().isEmpty();
  }

  private Map<String, Object> of(AnnotatedType type) {
    return of(type.getType());
  }

  private Map<String, Object> of(Type type) {
    if (type instanceof ParameterizedType generic) {
      var arguments = generic.getActualTypeArguments();
      return generic.getRawType() == List.class
          ? ordered("type", "array", "items", of(arguments[0]))
          : ordered("type", "object", "additionalProperties", of(arguments[1]));
    }
    var raw = (Class<?>) type;
    return raw.isRecord() || raw.isEnum() ? of(raw, raw.getSimpleName()) : simple(raw);
  }

  private static Map<String, Object> simple(Class<?> type) {
    var schema = SIMPLE.get(type);
    if (schema == null) {
      throw new IllegalStateException("no schema for " + type);
    }
    return schema;
  }

  private static Map<String, Object> described(
      @Nullable String description, Map<String, Object> schema) {
    if (description == null || description.isBlank()) {
      return schema;
    }
    var described = ordered("description", description);
    if (schema.containsKey("$ref")) {
      described.put("allOf", List.of(schema)); // older readers take nothing beside a $ref
    } else {
      described.putAll(schema);
    }
    return described;
  }
}
