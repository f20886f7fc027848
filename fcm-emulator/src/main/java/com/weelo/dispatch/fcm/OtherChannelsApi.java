package com.weelo.dispatch.fcm;

import com.weelo.dispatch.fcm.http.Api;
import com.weelo.dispatch.fcm.http.Json;
import com.weelo.dispatch.fcm.http.Reply;
import com.weelo.dispatch.fcm.http.Request;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** A look at text messages and e-mails, and at the faults of the former to come. */
final class OtherChannelsApi implements Api {

  record Texts(List<ReceivedSms> messages) {}

  record Emails(List<ReceivedEmail> messages) {}

  record FaultsToCome(List<SmsFault> faults) {}

  private final ReceivedTexts texts;
  private final Faults<SmsFault> faults;
  private final Supplier<Optional<MailServer>> mail;
  private final Api rest;

  /**
   * @param rest answers whatever is about neither
   */
  OtherChannelsApi(
      ReceivedTexts texts, Faults<SmsFault> faults, Supplier<Optional<MailServer>> mail, Api rest) {
    this.texts = texts;
    this.faults = faults;
    this.mail = mail;
    this.rest = rest;
  }

  @Override
  public Reply answer(Request request) {
    return switch (request.method() + " " + request.path()) {
      case "GET /sms" -> texts(request.parameter("to"));
      case "DELETE /sms" -> {
        texts.clear();
        yield Reply.empty(204);
      }
      case "GET /sms/faults" -> faults();
      case "PUT /sms/faults" -> addFault(request.body());
      case "DELETE /sms/faults" -> {
        faults.clear();
        yield Reply.empty(204);
      }
      case "GET /emails" -> emails(request.parameter("to"));
      case "DELETE /emails" -> {
        mail.get().ifPresent(MailServer::clear);
        yield Reply.empty(204);
      }
      default -> rest.answer(request);
    };
  }

  private Reply texts(@Nullable String to) {
    // In a query a plus sign stands for a space, and few remember to escape it.
    var number = to == null ? null : to.replace(' ', '+');
    return Reply.json(200, new Texts(number == null ? texts.all() : texts.to(number)));
  }

  private Reply emails(@Nullable String to) {
    var found = mail.get().map(server -> to == null ? server.all() : server.to(to));
    return Reply.json(200, new Emails(found.orElse(List.of())));
  }

  private Reply faults() {
    return Reply.json(200, new FaultsToCome(faults.all()));
  }

  private Reply addFault(String body) {
    try {
      var fault = Json.read(body, SmsFault.class);
      if (fault == null) {
        return Problem.invalid("a fault must be given");
      }
      faults.add(fault);
      return faults();
    } catch (JacksonException notAFault) {
      return Problem.invalid(
          notAFault.getCause() instanceof IllegalArgumentException refusal
              ? String.valueOf(refusal.getMessage())
              : notAFault.getOriginalMessage());
    }
  }
}
