package com.weelo.dispatch.events;

import java.time.DateTimeException;
import java.time.Instant;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/** Reads ISO-8601 only: a bare number would leave open whether it counts seconds or millis. */
final class Iso8601InstantDeserializer extends StdScalarDeserializer<Instant> {

  Iso8601InstantDeserializer() {
    super(Instant.class);
  }

  @Override
  public Instant deserialize(JsonParser parser, DeserializationContext context) {
    var text = parser.getString();
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw context.weirdStringException(text, Instant.class, "not ISO-8601");
    }
  }
}
