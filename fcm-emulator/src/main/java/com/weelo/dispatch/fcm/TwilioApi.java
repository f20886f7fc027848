package com.weelo.dispatch.fcm;

import com.weelo.dispatch.fcm.http.Api;
import com.weelo.dispatch.fcm.http.Reply;
import com.weelo.dispatch.fcm.http.Request;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What senders of text messages talk to: Twilio's {@code Messages.json}. */
final class TwilioApi implements Api {

  private static final Pattern MESSAGES =
      Pattern.compile("/2010-04-01/Accounts/([^/]+)/Messages\\.json");
  private static final Pattern BASIC = Pattern.compile("Basic +\\S+", Pattern.CASE_INSENSITIVE);
  private static final Pattern NUMBER = Pattern.compile("\\+[1-9][0-9]{6,14}");

  private static final int UNAUTHENTICATED = 20003;
  private static final int NO_NUMBER = 21211;
  private static final int NO_BODY = 21602;

  private final ReceivedTexts texts;
  private final Faults<SmsFault> faults;
  private final Clock clock;

  TwilioApi(ReceivedTexts texts, Faults<SmsFault> faults, Clock clock) {
    this.texts = texts;
    this.faults = faults;
    this.clock = clock;
  }

  static boolean isFor(Request request) {
    return MESSAGES.matcher(request.path()).matches();
  }

  @Override
  public Reply answer(Request request) {
    var path = MESSAGES.matcher(request.path());
    if (!path.matches() || !request.method().equals("POST")) {
      return error(404, 20404, "The requested resource was not found");
    }
    if (request.authorization() == null || !BASIC.matcher(request.authorization()).matches()) {
      return error(401, UNAUTHENTICATED, "Authenticate");
    }
    var to = request.formField("To");
    var body = request.formField("Body");
    if (to == null || !NUMBER.matcher(to).matches()) {
      return error(400, NO_NUMBER, "Invalid 'To' Phone Number: " + to);
    }
    if (body == null || body.isBlank()) {
      return error(400, NO_BODY, "Message body is required.");
    }
    return deliver(path.group(1), to, String.valueOf(request.formField("From")), body);
  }

  private Reply deliver(String account, String to, String from, String body) {
    var fault = faults.meet(to);
    if (fault == null) {
      return accept(account, to, from, body);
    }
    var status = fault.status();
    var reply = status == null ? accept(account, to, from, body) : refuse(fault, status);
    return reply.delayedBy(fault.delay());
  }

  private static Reply refuse(SmsFault fault, int status) {
    var reply = error(status, fault.code(), "Answered with %d as asked for".formatted(status));
    return fault.retryAfterSeconds() == null
        ? reply
        : reply.header("retry-after", fault.retryAfterSeconds().toString());
  }

  private Reply accept(String account, String to, String from, String body) {
    Instant now = clock.instant();
    texts.add(new ReceivedSms(now, to, from, body));
    var sid = "SM" + UUID.randomUUID().toString().replace("-", "");
    var message = new LinkedHashMap<String, Object>();
    message.put("sid", sid);
    message.put("account_sid", account);
    message.put("api_version", "2010-04-01");
    message.put("to", to);
    message.put("from", from);
    message.put("body", body);
    message.put("status", "queued");
    message.put("direction", "outbound-api");
    message.put("num_segments", "1");
    message.put("num_media", "0");
    message.put("uri", "/2010-04-01/Accounts/%s/Messages/%s.json".formatted(account, sid));
    return Reply.json(201, message);
  }

  private static Reply error(int status, @Nullable Integer code, String message) {
    var error = new LinkedHashMap<String, Object>();
    if (code != null) {
      error.put("code", code);
      error.put("more_info", "https://www.twilio.com/docs/errors/" + code);
    }
    error.putAll(Map.of("message", message, "status", status));
    return Reply.json(status, error);
  }
}
