package com.weelo.dispatch.broadcast.sockets;

import static com.weelo.dispatch.testing.api.JsonSchemas.ordered;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.weelo.dispatch.broadcast.frames.FrameData;
import com.weelo.dispatch.broadcast.frames.FrameType;
import com.weelo.dispatch.testing.CheckedInFile;
import com.weelo.dispatch.testing.api.JsonSchemas;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/** {@code docs/api/asyncapi.yaml} is what the code is. */
class AsyncApiTests {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final AsyncApiTemplate template = new AsyncApiTemplate();
  private final GoldenEvents golden = new GoldenEvents();
  private final SampleFrames frames = new SampleFrames(golden);
  private final Map<String, Object> document = document();
  private final JsonNode api = JSON.valueToTree(document);

  @Test
  void the_document_is_as_it_is_checked_in() {
    var yaml =
        YAMLMapper.builder()
            .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
            .disable(YAMLWriteFeature.SPLIT_LINES)
            .enable(YAMLWriteFeature.MINIMIZE_QUOTES)
            .enable(YAMLWriteFeature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .enable(YAMLWriteFeature.INDENT_ARRAYS_WITH_INDICATOR)
            .build();
    CheckedInFile.at("docs/api/asyncapi.yaml").mustSay(yaml.writeValueAsString(document));
  }

  @Test
  void the_document_is_one_of_asyncapi_3() throws Exception {
    try (var schema = getClass().getResourceAsStream("/asyncapi/asyncapi-3.0.0.schema.json")) {
      var asyncApi =
          SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(schema);
      assertThat(asyncApi.validate(api.toString(), InputFormat.JSON)).isEmpty();
    }
  }

  @Test
  void every_example_fits_its_message_and_no_field_of_it_is_left_undescribed() {
    var messages = api.at("/components/messages");
    assertThat(messages.size()).isPositive();
    messages.forEachEntry((name, message) -> {
      assertThat(message.path("examples")).as(name).isNotEmpty();
      message
          .path("examples")
          .forEach(example ->
              assertThat(complaints(message.path("payload"), example.path("payload")))
                  .as(name)
                  .isEmpty());
    });
  }

  @Test
  void every_version_of_every_event_there_was_still_fits() {
    golden
        .files()
        .forEach((file, event) -> {
          var message = api.at("/components/messages").path(event.path("eventType").asString());
          assertThat(complaints(message.path("payload"), event)).as(file).isEmpty();
        });
  }

  @Test
  void every_frame_that_tells_of_an_event_has_a_sample() {
    assertThat(frames.ofEvents().keySet()).containsExactlyInAnyOrder(FrameType.values());
    assertThat(
            frames.ofEvents().values().stream()
                .flatMap(List::stream)
                .<Class<?>>map(Object::getClass))
        .containsExactlyInAnyOrder(FrameData.class.getPermittedSubclasses());
  }

  @Test
  void every_frame_about_the_connection_has_a_sample() {
    assertThat(frames.ofConnections().stream().<Class<?>>map(Object::getClass))
        .containsExactlyInAnyOrder(ServerFrame.class.getPermittedSubclasses());
  }

  @Test
  void the_samples_of_what_clients_send_are_read_as_such() {
    var codec = new ClientFrameCodec();
    assertThat(frames.requests().keySet())
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(ClientFrame.class.getPermittedSubclasses())
                .map(type -> type.getSimpleName().toLowerCase(Locale.ROOT))
                .toList());
    frames
        .requests()
        .forEach((name, json) ->
            assertThat(codec.decode(json).getClass().getSimpleName()).isEqualToIgnoringCase(name));
  }

  @Test
  void nothing_is_written_of_what_is_not_there() {
    assertThat(template.count("closeCodes")).isEqualTo(CloseCode.values().length);
    assertThat(template.count("frames"))
        .isEqualTo(
            FrameType.values().length
                + ServerFrame.class.getPermittedSubclasses().length
                + ClientFrame.class.getPermittedSubclasses().length);
  }

  private Map<String, Object> document() {
    var schemas = new JsonSchemas();
    var channels = new LinkedHashMap<String, Object>();
    var operations = new LinkedHashMap<String, Object>();
    var messages = new LinkedHashMap<String, Object>();
    new SocketPart(template, schemas, frames).describe(channels, operations, messages);
    new KafkaPart(template, schemas, golden).describe(channels, operations, messages);
    var whole = template.document();
    whole.put("channels", channels);
    whole.put("operations", operations);
    whole.put(
        "components",
        ordered(
            "securitySchemes",
            template.securitySchemes(),
            "messages",
            messages,
            "schemas",
            new TreeMap<>(schemas.named())));
    return whole;
  }

  /** As a schema that takes no field which it does not describe. */
  private List<String> complaints(JsonNode schema, JsonNode example) {
    var strict = (ObjectNode) schema.deepCopy();
    strict.put("unevaluatedProperties", false);
    strict.set("components", closed(api.path("components").deepCopy()));
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(strict)
        .validate(example.toString(), InputFormat.JSON)
        .stream()
        .map(Object::toString)
        .toList();
  }

  /** Data is closed; what stands beside a frame's type can not be, alone. */
  private static JsonNode closed(JsonNode components) {
    components
        .path("schemas")
        .forEachEntry((name, schema) -> {
          if (!isBesideType(name) && schema.has("properties")) {
            ((ObjectNode) schema).put("additionalProperties", false);
          }
        });
    return components;
  }

  private static boolean isBesideType(String name) {
    return name.equals("ReportedPosition")
        || isNameOf(name, ServerFrame.class)
        || isNameOf(name, ClientFrame.class);
  }

  private static boolean isNameOf(String name, Class<?> frames) {
    return Arrays.stream(frames.getPermittedSubclasses())
        .anyMatch(frame -> frame.getSimpleName().equals(name));
  }
}
