package com.weelo.dispatch.events;

import static java.util.stream.Collectors.toUnmodifiableMap;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.cfg.MutableCoercionConfig;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/**
 * Turns envelopes into UTF-8 JSON and back. Unknown fields are ignored; unknown types, and newer
 * major versions of known ones, are nothing to worry about: they decode to empty.
 */
public final class EventCodec {

  private final JsonMapper json =
      JsonMapper.builder()
          .annotationIntrospector(new NullnessIntrospector())
          .addModule(
              new SimpleModule().addDeserializer(Instant.class, new Iso8601InstantDeserializer()))
          .changeDefaultPropertyInclusion(
              inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .withCoercionConfigDefaults(EventCodec::refuseOtherTypes)
          .withCoercionConfig(LogicalType.Float, EventCodec::allowWholeNumbers)
          .build();

  private final Map<EventTypes.Description, ObjectReader> readers =
      EventTypes.all().stream().collect(toUnmodifiableMap(Function.identity(), this::readerOf));

  /** As it goes onto its topic. */
  public byte[] encode(EventEnvelope<?> envelope) {
    return json.writeValueAsBytes(envelope);
  }

  /** As {@link #encode}, for stores that hold text. */
  public String encodeToString(EventEnvelope<?> envelope) {
    return json.writeValueAsString(envelope);
  }

  /**
   * Reads an event back.
   *
   * @param bytes null, as of a tombstone, is no event
   * @return the event, or empty where this version of the contract does not know its type
   * @throws MalformedEvent where the bytes are no event at all
   */
  public Optional<EventEnvelope<?>> decode(byte @Nullable [] bytes) {
    if (bytes == null) {
      throw new MalformedEvent("not a valid event: nothing", null);
    }
    try {
      var type = typeOf(bytes);
      return type.map(known -> Objects.requireNonNull(readers.get(known)).readValue(bytes));
    } catch (JacksonException e) {
      // Names the place, not the value there: that could be somebody's address.
      var problem = e.getClass().getSimpleName() + " " + e.getPathReference();
      throw new MalformedEvent("not a valid event: " + problem.strip(), e);
    }
  }

  /** Looks no further than it must: envelopes begin with what they are. */
  private Optional<EventTypes.Description> typeOf(byte[] bytes) {
    String name = null;
    String version = null;
    try (var parser = json.createParser(bytes)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new MalformedEvent("not a valid event: no object", null);
      }
      while ((name == null || version == null) && parser.nextToken() == JsonToken.PROPERTY_NAME) {
        var field = parser.currentName();
        parser.nextToken();
        switch (field) {
          case "eventType" -> name = text(parser, field);
          case "eventVersion" -> version = text(parser, field);
          default -> parser.skipChildren();
        }
      }
    }
    if (name == null || version == null) {
      throw new MalformedEvent((name == null ? "eventType" : "eventVersion") + " is missing", null);
    }
    return EventTypes.find(name, Versions.major(version));
  }

  private static String text(JsonParser parser, String field) {
    if (parser.currentToken() != JsonToken.VALUE_STRING || parser.getString().isBlank()) {
      throw new MalformedEvent(field + " is empty", null);
    }
    return parser.getString();
  }

  private ObjectReader readerOf(EventTypes.Description type) {
    return json.readerFor(
        json.getTypeFactory().constructParametricType(EventEnvelope.class, type.eventClass()));
  }

  private static void refuseOtherTypes(MutableCoercionConfig anyType) {
    for (var shape : CoercionInputShape.values()) {
      anyType.setCoercion(shape, CoercionAction.Fail);
    }
  }

  private static void allowWholeNumbers(MutableCoercionConfig decimals) {
    decimals.setCoercion(CoercionInputShape.Integer, CoercionAction.TryConvert);
  }
}
