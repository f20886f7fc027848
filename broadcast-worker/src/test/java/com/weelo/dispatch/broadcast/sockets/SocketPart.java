package com.weelo.dispatch.broadcast.sockets;

import static com.weelo.dispatch.broadcast.sockets.AsyncApiTemplate.reference;
import static com.weelo.dispatch.testing.api.JsonSchemas.ordered;

import com.weelo.dispatch.broadcast.frames.FrameData;
import com.weelo.dispatch.broadcast.frames.Refused;
import com.weelo.dispatch.broadcast.positions.ReportedPosition;
import com.weelo.dispatch.testing.api.JsonSchemas;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** Describes the WebSocket, from the frames' own classes. */
final class SocketPart {

  private static final String CHANNEL = "socket";

  private final AsyncApiTemplate template;
  private final JsonSchemas schemas;
  private final SampleFrames samples;

  SocketPart(AsyncApiTemplate template, JsonSchemas schemas, SampleFrames samples) {
    this.template = template;
    this.schemas = schemas;
    this.samples = samples;
  }

  void describe(
      Map<String, Object> channels, Map<String, Object> operations, Map<String, Object> messages) {
    var sent = serverFrames();
    var received = clientFrames();
    sent.forEach((name, message) -> messages.put("frame." + name, message));
    received.forEach((name, message) -> messages.put("request." + name, message));
    channels.put(CHANNEL, channel(messages.keySet().stream().filter(SocketPart::isFrame).toList()));
    operations.put("tell", operation("send", "What apps are told.", "frame.", sent));
    operations.put("ask", operation("receive", "What apps ask for.", "request.", received));
  }

  private static boolean isFrame(String message) {
    return message.startsWith("frame.") || message.startsWith("request.");
  }

  private Map<String, Object> channel(List<String> names) {
    var channel = template.socket();
    channel.put("servers", List.of(reference("servers", "websocket")));
    var messages = new LinkedHashMap<String, Object>();
    names.forEach(name -> messages.put(name, reference("components", "messages", name)));
    channel.put("messages", messages);
    var query =
        ordered(
            "type",
            "object",
            "properties",
            ordered(
                "access_token", ordered("type", "string"),
                "offset", ordered("type", "integer"),
                "epoch", ordered("type", "string")));
    channel.put(
        "bindings",
        ordered("ws", ordered("method", "GET", "query", query, "bindingVersion", "0.1.0")));
    channel.put(
        "x-close-codes",
        Arrays.stream(CloseCode.values())
            .map(close ->
                ordered(
                    "code", close.code(),
                    "meaning", template.text("closeCodes", "" + close.code())))
            .toList());
    return channel;
  }

  private static Map<String, Object> operation(
      String action, String summary, String prefix, Map<String, Object> frames) {
    return ordered(
        "action",
        action,
        "summary",
        summary,
        "channel",
        reference("channels", CHANNEL),
        "messages",
        frames.keySet().stream()
            .map(name -> reference("channels", CHANNEL, "messages", prefix + name))
            .toList());
  }

  private Map<String, Object> serverFrames() {
    var frames = new LinkedHashMap<String, Object>();
    for (var frame : samples.ofConnections()) {
      var schema = schemas.of(frame.getClass());
      frames.put(
          frame.type(), message(frame.type(), typed(frame.type(), schema), samples.json(frame)));
    }
    describeErrorCodes();
    samples
        .ofEvents()
        .forEach((type, data) -> {
          var kinds =
              data.stream().map(sample -> schemas.of(sample.getClass(), dataName(sample))).toList();
          frames.put(
              type.wireName(),
              message(
                  type.wireName(),
                  eventFrame(type.wireName(), kinds),
                  data.stream().map(samples::json).toArray(String[]::new)));
        });
    return frames;
  }

  private static String dataName(FrameData sample) {
    return sample.getClass().getSimpleName() + "Data";
  }

  @SuppressWarnings("unchecked") // as it was made
  private void describeErrorCodes() {
    var schema = (Map<String, Object>) Objects.requireNonNull(schemas.named().get("Refusal"));
    var codes = Arrays.stream(Refused.Code.values()).map(Enum::name).toList();
    var meanings =
        codes.stream()
            .map(code -> "`%s`: %s".formatted(code, template.text("errorCodes", code)))
            .collect(Collectors.joining("; "));
    ((Map<String, Object>) Objects.requireNonNull(schema.get("properties")))
        .put("code", ordered("type", "string", "enum", codes, "description", meanings));
  }

  private Map<String, Object> clientFrames() {
    var frames = new LinkedHashMap<String, Object>();
    for (var type : ClientFrame.class.getPermittedSubclasses()) {
      var name = type.getSimpleName().toLowerCase(Locale.ROOT);
      var fields =
          type == ClientFrame.Location.class
              ? positioned(schemas.of(ReportedPosition.class))
              : schemas.of(type);
      frames.put(name, message(name, typed(name, fields), samples.request(name)));
    }
    return frames;
  }

  /** A position that lacks its place is read, and refused. */
  private static Map<String, Object> positioned(Map<String, Object> fields) {
    return ordered("allOf", List.of(fields), "required", List.of("latitude", "longitude"));
  }

  /** A frame whose fields stand beside its type. */
  private static Map<String, Object> typed(String type, Map<String, Object> fields) {
    return ordered(
        "allOf",
        List.of(
            ordered(
                "type", "object",
                "required", List.of("type"),
                "properties", ordered("type", ordered("type", "string", "const", type))),
            fields));
  }

  /** A frame that tells of an event. */
  private static Map<String, Object> eventFrame(String type, List<Map<String, Object>> kinds) {
    return ordered(
        "type", "object",
        "required", List.of("type", "id", "offset", "room", "data"),
        "properties",
            ordered(
                "type", ordered("type", "string", "const", type),
                "id", ordered("type", "string", "format", "uuid", "description", "The event's id."),
                "offset",
                    ordered("type", "integer", "description", "The place in the user's stream."),
                "room", ordered("type", "string", "pattern", "^(user|booking|order):.+$"),
                "data", kinds.size() == 1 ? kinds.getFirst() : ordered("anyOf", kinds)));
  }

  private Map<String, Object> message(String name, Object payload, String... examples) {
    var payloads = new ArrayList<Map<String, Object>>();
    for (var example : examples) {
      payloads.add(ordered("payload", JsonMapper.shared().readValue(example, LinkedHashMap.class)));
    }
    return ordered(
        "name", name,
        "summary", template.text("frames", name),
        "contentType", "application/json",
        "payload", payload,
        "examples", payloads);
  }
}
