package com.weelo.dispatch.broadcast.frames;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.weelo.dispatch.events.EventEnvelope;
import java.util.UUID;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes frames. An event's data is written once, however many are told. */
public final class FrameCodec {

  private final JsonMapper json =
      JsonMapper.builder()
          .changeDefaultPropertyInclusion(
              inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .build();

  /** What is told of an event, ready to be addressed to anybody. */
  public Encoded encode(EventEnvelope<?> event, FrameData data) {
    return new Encoded(event, data.type(), json.writeValueAsString(data));
  }

  /** Data that was written once and can be told in any room. */
  public final class Encoded {

    private final EventEnvelope<?> event;
    private final FrameType type;
    private final String data;

    private Encoded(EventEnvelope<?> event, FrameType type, String data) {
      this.event = event;
      this.type = type;
      this.data = data;
    }

    public EventFrame in(Room room) {
      return new EventFrame(
          type, event.eventId(), event.timestamp(), head(type, event.eventId()), tail(room));
    }

    private String tail(Room room) {
      return ",\"room\":" + json.writeValueAsString(room.name()) + ",\"data\":" + data + "}";
    }
  }

  private static String head(FrameType type, UUID eventId) {
    return "{\"type\":\"" + type.wireName() + "\",\"id\":\"" + eventId + "\",\"offset\":";
  }

  /** Any object that is a whole frame, such as a welcome. */
  public String encode(Object frame) {
    return json.writeValueAsString(frame);
  }
}
