package com.weelo.dispatch.fcm;

import com.weelo.dispatch.fcm.SendRequest.InvalidArgument;
import com.weelo.dispatch.fcm.http.Api;
import com.weelo.dispatch.fcm.http.Reply;
import com.weelo.dispatch.fcm.http.Request;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What senders talk to: FCM's {@code messages:send} and Google's OAuth 2 token endpoint. */
final class FcmApi implements Api {

  private static final Pattern SEND = Pattern.compile("/v1/projects/([^/]+)/messages:send");
  private static final Pattern BEARER = Pattern.compile("Bearer +\\S+", Pattern.CASE_INSENSITIVE);

  private final ReceivedMessages messages;
  private final Faults<Fault> faults;
  private final Duration latency;
  private final Clock clock;
  private final AtomicLong accepted = new AtomicLong();

  FcmApi(ReceivedMessages messages, Faults<Fault> faults, Duration latency, Clock clock) {
    this.messages = messages;
    this.faults = faults;
    this.latency = latency;
    this.clock = clock;
  }

  @Override
  public Reply answer(Request request) {
    Matcher send = SEND.matcher(request.path());
    if (request.method().equals("POST") && send.matches()) {
      return send(send.group(1), request).delayedBy(latency);
    }
    if (request.method().equals("POST") && request.path().equals("/token")) {
      return Reply.json(200, AccessToken.next());
    }
    return GoogleError.of(
        404, "NOT_FOUND", "There is no " + request.method() + " " + request.path());
  }

  private Reply send(String project, Request request) {
    if (request.authorization() == null || !BEARER.matcher(request.authorization()).matches()) {
      return GoogleError.of(
          401,
          "UNAUTHENTICATED",
          "Request is missing required authentication credential. Expected OAuth 2 access token.");
    }
    try {
      return deliver(project, SendRequest.read(request.body()));
    } catch (InvalidArgument invalid) {
      return invalid.reply();
    }
  }

  private Reply deliver(String project, SendRequest send) {
    Fault fault = faults.meet(send.token());
    if (fault == null) {
      return accept(project, send);
    }
    Reply reply = fault.status() == null ? accept(project, send) : refuse(fault, fault.status());
    return reply.delayedBy(fault.delay());
  }

  private static Reply refuse(Fault fault, int status) {
    FcmErrorCode code = fault.errorCode();
    Reply reply =
        code == null
            ? GoogleError.of(status, "UNKNOWN", "Answered with %d as asked for".formatted(status))
            : GoogleError.of(status, code, code.message());
    return fault.retryAfterSeconds() == null
        ? reply
        : reply.header("retry-after", fault.retryAfterSeconds().toString());
  }

  private Reply accept(String project, SendRequest send) {
    if (send.validateOnly()) {
      return named(project, "fake_message_id");
    }
    Instant now = clock.instant();
    messages.add(new ReceivedMessage(now, send.token(), send.message()));
    return named(project, "0:%d%%%016x".formatted(now.toEpochMilli(), accepted.incrementAndGet()));
  }

  private static Reply named(String project, String id) {
    return Reply.json(200, Map.of("name", "projects/%s/messages/%s".formatted(project, id)));
  }
}
