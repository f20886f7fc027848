package com.weelo.dispatch.broadcast.sockets;

import static com.weelo.dispatch.broadcast.sockets.AsyncApiTemplate.reference;
import static com.weelo.dispatch.testing.api.JsonSchemas.ordered;

import com.weelo.dispatch.events.DomainEvent;
import com.weelo.dispatch.events.EventHeaders;
import com.weelo.dispatch.events.EventMetadata;
import com.weelo.dispatch.events.EventTypes;
import com.weelo.dispatch.events.Topics;
import com.weelo.dispatch.testing.api.JsonSchemas;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Describes topics and events, from the contract's own classes. */
final class KafkaPart {

  private static final String BINDING = "0.5.0";

  private final AsyncApiTemplate template;
  private final JsonSchemas schemas;
  private final GoldenEvents golden;

  KafkaPart(AsyncApiTemplate template, JsonSchemas schemas, GoldenEvents golden) {
    this.template = template;
    this.schemas = schemas;
    this.golden = golden;
  }

  void describe(
      Map<String, Object> channels, Map<String, Object> operations, Map<String, Object> messages) {
    schemas.named().put("EventHeaders", headers());
    for (var topic :
        Topics.all().stream().sorted(Comparator.comparing(Topics.TopicSpec::name)).toList()) {
      var type =
          EventTypes.all().stream()
              .filter(t -> t.name().equals(topic.name()))
              .findAny()
              .orElseThrow();
      channels.put(topic.name(), channel(topic));
      messages.put(topic.name(), message(type));
      operations.put(
          "publish." + topic.name(),
          ordered(
              "action",
              "send",
              "summary",
              "Written by " + text("writers", topic.name()) + ".",
              "channel",
              reference("channels", topic.name()),
              "messages",
              List.of(reference("channels", topic.name(), "messages", topic.name()))));
    }
  }

  private Map<String, Object> channel(Topics.TopicSpec topic) {
    var dlt = topic.dlt();
    return ordered(
        "address", topic.name(),
        "servers", List.of(reference("servers", "kafka")),
        "messages", ordered(topic.name(), reference("components", "messages", topic.name())),
        "bindings",
            ordered(
                "kafka",
                ordered(
                    "topic", topic.name(),
                    "partitions", topic.partitions(),
                    "topicConfiguration",
                        ordered(
                            "cleanup.policy", List.of("delete"),
                            "retention.ms", topic.retention().toMillis()),
                    "bindingVersion", BINDING)),
        "x-dead-letters",
            ordered(
                "topic", dlt.name(),
                "partitions", dlt.partitions(),
                "retention.ms", dlt.retention().toMillis()));
  }

  private Map<String, Object> message(EventTypes.Description type) {
    var data = schemas.of(type.eventClass(), schemaName(type.eventClass()));
    return ordered(
        "name", type.name(),
        "title", type.name() + ", version " + type.version(),
        "summary", summary(type.eventClass()),
        "contentType", "application/json",
        "headers", schemas("EventHeaders"),
        "payload", envelope(type, data),
        "bindings",
            ordered(
                "kafka",
                ordered(
                    "key",
                    ordered("type", "string", "description", text("keys", type.name())),
                    "bindingVersion",
                    BINDING)),
        "examples", golden.examples(type.name()));
  }

  private Map<String, Object> envelope(EventTypes.Description type, Map<String, Object> data) {
    var major = type.version().substring(0, type.version().indexOf('.'));
    return ordered(
        "type", "object",
        "required",
            List.of("eventId", "eventType", "eventVersion", "timestamp", "data", "metadata"),
        "properties",
            ordered(
                "eventId",
                ordered(
                    "type", "string",
                    "format", "uuid",
                    "description", "The same however often it is delivered."),
                "eventType",
                ordered("type", "string", "const", type.name()),
                "eventVersion",
                ordered("type", "string", "pattern", "^" + major + "\\.[0-9]+$"),
                "timestamp",
                ordered(
                    "type", "string", "format", "date-time", "description", "When it happened."),
                "data",
                data,
                "metadata",
                schemas.of(EventMetadata.class)));
  }

  @SuppressWarnings("unchecked") // as it was made
  private String summary(Class<? extends DomainEvent> type) {
    var schema =
        (Map<String, Object>) Objects.requireNonNull(schemas.named().get(schemaName(type)));
    return (String) schema.getOrDefault("description", "");
  }

  /** {@code BookingEvent.Created} is {@code BookingCreated}. */
  private static String schemaName(Class<?> type) {
    return type.getEnclosingClass().getSimpleName().replaceAll("Event$", "") + type.getSimpleName();
  }

  private String text(String heading, String topic) {
    return template.text(heading, topic.substring(0, topic.indexOf('.')));
  }

  private static Map<String, Object> schemas(String name) {
    return reference("components", "schemas", name);
  }

  private static Map<String, Object> headers() {
    var text = ordered("type", "string");
    return ordered(
        "type", "object",
        "required",
            List.of(EventHeaders.EVENT_ID, EventHeaders.EVENT_TYPE, EventHeaders.EVENT_VERSION),
        "properties",
            ordered(
                EventHeaders.EVENT_ID, text,
                EventHeaders.EVENT_TYPE, text,
                EventHeaders.EVENT_VERSION, text,
                EventHeaders.CORRELATION_ID, text,
                EventHeaders.TRACEPARENT, text));
  }
}
