package com.weelo.dispatch.audit.recording;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads from a record what it says about itself. It knows no event type, so that it reads those of
 * tomorrow too; and it refuses nothing, for what is wrong with a record is worth recording.
 */
final class ReadingFacts {

  /** The longest id and name that the contract knows; what is longer is neither. */
  private static final int LONGEST = 128;

  private static final int MOST_ENTITIES = 256;
  private static final JsonFactory JSON = JsonFactory.builder().build();

  private final Set<String> entities = new LinkedHashSet<>();
  private final Map<String, String> data = new HashMap<>();
  private @Nullable UUID eventId;
  private @Nullable String eventType;
  private @Nullable String producedBy;
  private @Nullable Instant occurredAt;

  ReadingFacts(@Nullable String key) {
    if (key != null) {
      addEntity(new String(key.getBytes(ISO_8859_1), UTF_8));
    }
  }

  EventFacts read(byte @Nullable [] value) {
    if (value != null) {
      try (var json = JSON.createParser(ObjectReadContext.empty(), value)) {
        if (json.nextToken() == JsonToken.START_OBJECT) {
          readEnvelope(json);
        }
      } catch (JacksonException notJson) {
        // What was read up to here stays: better half a trace than none.
        return facts();
      }
    }
    return facts();
  }

  private EventFacts facts() {
    var actor = ActorPolicy.actorOf(eventType, data, producedBy);
    return new EventFacts(eventId, eventType, actor, occurredAt, entities);
  }

  private void readEnvelope(JsonParser json) {
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      var name = json.currentName();
      var token = json.nextToken();
      if (token == JsonToken.VALUE_STRING) {
        readField(name, json.getString());
      } else if (token == JsonToken.START_OBJECT && name.equals("data")) {
        readData(json);
      } else if (token == JsonToken.START_OBJECT && name.equals("metadata")) {
        readMetadata(json);
      } else {
        json.skipChildren();
      }
    }
  }

  private void readField(String name, String text) {
    switch (name) {
      case "eventId" -> eventId = uuid(text);
      case "eventType" -> eventType = isName(text) ? text : null;
      case "timestamp" -> occurredAt = time(text);
      default -> {}
    }
  }

  /** Whatever is named an id, at any depth; who acted stands at the top. */
  private void readData(JsonParser json) {
    var name = "";
    for (int depth = 1; depth > 0; ) {
      switch (json.nextToken()) {
        case PROPERTY_NAME -> name = json.currentName();
        case START_OBJECT, START_ARRAY -> depth++;
        case END_OBJECT, END_ARRAY -> depth--;
        case VALUE_STRING -> {
          boolean top = depth == 1;
          if (top || namesEntities(name)) {
            readText(name, json.getString(), top);
          }
        }
        case null -> depth = 0; // the end, before its time
        default -> {}
      }
    }
  }

  private void readText(String name, String text, boolean top) {
    if (top && isName(text)) {
      data.put(name, text);
    }
    if (namesEntities(name)) {
      addEntity(text);
    }
  }

  private static boolean namesEntities(String field) {
    return field.endsWith("Id") || field.endsWith("Ids") || field.equals("withdrawnFrom");
  }

  private void addEntity(String id) {
    if (isName(id) && entities.size() < MOST_ENTITIES) {
      entities.add(id);
    }
  }

  private void readMetadata(JsonParser json) {
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      boolean wanted = json.currentName().equals("producedBy");
      if (json.nextToken() == JsonToken.VALUE_STRING && wanted) {
        var text = json.getString();
        producedBy = isName(text) ? text : null;
      } else {
        json.skipChildren();
      }
    }
  }

  /** PostgreSQL's text holds every character but one. */
  private static boolean isName(String text) {
    return !text.isBlank() && text.length() <= LONGEST && text.indexOf('\0') < 0;
  }

  private static @Nullable UUID uuid(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static @Nullable Instant time(String text) {
    try {
      var time = Instant.parse(text);
      return time.isBefore(LogTime.EARLIEST) || time.isAfter(LogTime.LATEST) ? null : time;
    } catch (DateTimeException e) {
      return null;
    }
  }
}
