package com.weelo.dispatch.fcm;

import com.weelo.dispatch.fcm.http.Api;
import com.weelo.dispatch.fcm.http.Json;
import com.weelo.dispatch.fcm.http.Reply;
import com.weelo.dispatch.fcm.http.Request;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;

/** What tests talk to: a look at the messages that came, and at the faults to come. */
final class ControlApi implements Api {

  private static final Pattern LIMIT = Pattern.compile("[1-9][0-9]{0,8}");

  record Messages(List<ReceivedMessage> messages) {}

  record FaultsToCome(List<Fault> faults) {}

  private final ReceivedMessages messages;
  private final Faults<Fault> faults;

  ControlApi(ReceivedMessages messages, Faults<Fault> faults) {
    this.messages = messages;
    this.faults = faults;
  }

  @Override
  public Reply answer(Request request) {
    return switch (request.method() + " " + request.path()) {
      case "GET /messages" -> messages(request.parameter("token"), request.parameter("limit"));
      case "DELETE /messages" -> {
        messages.clear();
        yield Reply.empty(204);
      }
      case "GET /faults" -> faults();
      case "PUT /faults" -> addFault(request.body());
      case "DELETE /faults" -> {
        faults.clear();
        yield Reply.empty(204);
      }
      default -> Problem.notFound("There is no " + request.method() + " " + request.path());
    };
  }

  private Reply messages(@Nullable String token, @Nullable String limit) {
    List<ReceivedMessage> found = token == null ? messages.all() : messages.to(token);
    if (limit == null) {
      return Reply.json(200, new Messages(found));
    }
    if (!LIMIT.matcher(limit).matches()) {
      return Problem.invalid("limit must be a whole number, 1 or more");
    }
    int skipped = Math.max(0, found.size() - Integer.parseInt(limit));
    return Reply.json(200, new Messages(found.subList(skipped, found.size())));
  }

  private Reply faults() {
    return Reply.json(200, new FaultsToCome(faults.all()));
  }

  private Reply addFault(String body) {
    try {
      Fault fault = Json.read(body, Fault.class);
      if (fault == null) {
        return Problem.invalid("a fault must be given");
      }
      faults.add(fault);
      return faults();
    } catch (StreamReadException notJson) {
      return Problem.malformed(notJson.getOriginalMessage());
    } catch (JacksonException notAFault) {
      return Problem.invalid(explain(notAFault));
    }
  }

  /** What the fault itself refuses comes wrapped, and its own words are the clear ones. */
  private static String explain(JacksonException notAFault) {
    return notAFault.getCause() instanceof IllegalArgumentException refusal
        ? String.valueOf(refusal.getMessage())
        : notAFault.getOriginalMessage();
  }
}
