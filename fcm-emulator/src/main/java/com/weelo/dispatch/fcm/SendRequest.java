package com.weelo.dispatch.fcm;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.weelo.dispatch.fcm.http.Json;
import com.weelo.dispatch.fcm.http.Reply;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * The body of {@code messages:send}, checked for what a sender can get wrong.
 *
 * @param validateOnly to be checked, not delivered
 * @param token the device it goes to; null when it goes to a topic or a condition
 * @param message the message as JSON
 */
record SendRequest(boolean validateOnly, @Nullable String token, String message) {

  private static final int MAX_DATA_BYTES = 4096;
  private static final List<String> TARGETS = List.of("token", "topic", "condition");
  private static final Pattern TOKEN = Pattern.compile("\\S+");

  /** Tells the sender what is wrong, in FCM's words where they are known. */
  static final class InvalidArgument extends Exception {

    private final Reply reply;

    InvalidArgument(String message) {
      super(message, null, false, false);
      this.reply = GoogleError.of(400, FcmErrorCode.INVALID_ARGUMENT, message);
    }

    Reply reply() {
      return reply;
    }
  }

  static SendRequest read(String body) throws InvalidArgument {
    JsonNode request = tree(body);
    JsonNode message = request.path("message");
    require(message.isObject() || message.isMissingNode(), "Invalid value at 'message'.");
    String target = target(message);
    checkData(message.path("data"));
    return new SendRequest(
        validateOnly(request),
        target.equals("token") ? message.path(target).stringValue() : null,
        message.toString());
  }

  private static JsonNode tree(String body) throws InvalidArgument {
    try {
      JsonNode request = Json.tree(body);
      require(request.isObject(), "Invalid JSON payload received. An object is expected.");
      return request;
    } catch (JacksonException e) {
      throw new InvalidArgument("Invalid JSON payload received. " + e.getOriginalMessage());
    }
  }

  /** The one target that the message has. */
  private static String target(JsonNode message) throws InvalidArgument {
    List<String> targets = TARGETS.stream().filter(message::hasNonNull).toList();
    require(!targets.isEmpty(), "Recipient of the message is not set.");
    require(
        targets.size() == 1,
        "Invalid value at 'message' (oneof), only one of %s can be set.".formatted(targets));
    String target = targets.getFirst();
    JsonNode value = message.path(target);
    if (target.equals("token")) {
      require(
          value.isString() && TOKEN.matcher(value.stringValue()).matches(),
          FcmErrorCode.INVALID_ARGUMENT.message());
    } else {
      require(
          value.isString() && !value.stringValue().isBlank(),
          "Invalid value at 'message.%s'.".formatted(target));
    }
    return target;
  }

  private static void checkData(JsonNode data) throws InvalidArgument {
    require(
        data.isObject() || data.isNull() || data.isMissingNode(),
        "Invalid value at 'message.data'.");
    int bytes = 0;
    for (Map.Entry<String, JsonNode> entry : data.properties()) {
      require(
          entry.getValue().isString(),
          "Invalid value at 'message.data[%s]' (TYPE_STRING)".formatted(entry.getKey()));
      bytes += utf8Length(entry.getKey()) + utf8Length(entry.getValue().stringValue());
    }
    require(bytes <= MAX_DATA_BYTES, "Android message is too big");
  }

  private static boolean validateOnly(JsonNode request) throws InvalidArgument {
    JsonNode value = request.path("validate_only");
    require(
        value.isBoolean() || value.isNull() || value.isMissingNode(),
        "Invalid value at 'validate_only' (TYPE_BOOL)");
    return value.asBoolean(false);
  }

  private static int utf8Length(String text) {
    return text.getBytes(UTF_8).length;
  }

  private static void require(boolean holds, String message) throws InvalidArgument {
    if (!holds) {
      throw new InvalidArgument(message);
    }
  }
}
