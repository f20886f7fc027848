package com.weelo.dispatch.broadcast.sockets;

import com.weelo.dispatch.broadcast.frames.Refused;
import com.weelo.dispatch.broadcast.positions.ReportedPosition;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads what clients send. Unknown fields are ignored. */
final class ClientFrameCodec {

  private final JsonMapper json =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  /**
   * @throws Refused where it is none of the frames that clients may send
   */
  ClientFrame decode(String text) {
    var frame = object(text);
    return switch (text(frame, "type", Refused.Code.MALFORMED_REQUEST)) {
      case "subscribe" -> new ClientFrame.Subscribe(required(frame, "room"));
      case "unsubscribe" -> new ClientFrame.Unsubscribe(required(frame, "room"));
      case "location" -> new ClientFrame.Location(position(frame));
      case "ping" -> new ClientFrame.Ping();
      case "refresh" -> new ClientFrame.Refresh(required(frame, "token"));
      default -> throw new Refused(Refused.Code.UNKNOWN_TYPE, "There is no frame of this type.");
    };
  }

  private ObjectNode object(String text) {
    try {
      if (json.readTree(text) instanceof ObjectNode object) {
        return object;
      }
      throw malformed();
    } catch (JacksonException e) {
      throw malformed();
    }
  }

  private ReportedPosition position(ObjectNode frame) {
    try {
      return json.treeToValue(frame, ReportedPosition.class);
    } catch (DatabindException e) {
      throw Refused.invalid(field(e), "is not valid");
    }
  }

  private static String required(ObjectNode frame, String field) {
    return text(frame, field, Refused.Code.VALIDATION_FAILED);
  }

  private static String text(ObjectNode frame, String field, Refused.Code otherwise) {
    JsonNode value = frame.get(field);
    if (value == null || !value.isString()) {
      throw new Refused(otherwise, field + " is required and is a string");
    }
    return value.stringValue();
  }

  private static Refused malformed() {
    return new Refused(Refused.Code.MALFORMED_REQUEST, "A frame is one JSON object with a type.");
  }

  private static String field(DatabindException e) {
    return e.getPath().stream()
        .map(reference -> String.valueOf(reference.getPropertyName()))
        .collect(Collectors.joining("."));
  }
}
