package com.weelo.dispatch.suite.verify;

import static java.util.stream.Collectors.partitioningBy;

import com.weelo.dispatch.suite.SuiteService;
import com.weelo.dispatch.suite.client.RestCall;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * No device was sent the same thing twice; or, where services were killed, only what its sender had
 * claimed and somebody else took over: the window that is documented.
 */
final class OnePush implements Invariant {

  @Override
  public String name() {
    return "at most one push for each notification and device";
  }

  /** What an app gets names the notification, and with it what happened and to which booking. */
  private record Push(String token, String notification) {}

  /**
   * @param attempts that FCM had answered, or not within its time, when the sender wrote it down
   */
  private record Delivery(int claims, int attempts, String state) {}

  private record Repeated(Push push, List<String> receivedAt, Optional<Delivery> record) {

    boolean wasTakenOver() {
      return record.filter(delivery -> delivery.claims() > 1).isPresent();
    }

    @Override
    public String toString() {
      return "%s came at %s; on record: %s"
          .formatted(
              push,
              String.join(", ", receivedAt),
              record.map(Delivery::toString).orElse("nothing"));
    }
  }

  @Override
  public Finding check(Evidence evidence) throws Exception {
    var received = timesReceived(evidence);
    var repeated =
        received.entrySet().stream()
            .filter(push -> push.getValue().size() > 1)
            .map(push ->
                new Repeated(push.getKey(), push.getValue(), record(push.getKey(), evidence)))
            .collect(partitioningBy(push -> evidence.settings().killed() && push.wasTakenOver()));
    var excused = Objects.requireNonNull(repeated.get(true));
    var deliveries =
        evidence
            .database(SuiteService.NOTIFICATION)
            .sql("SELECT count(*) FROM deliveries")
            .query(Long.class)
            .single();
    return new Finding(
        "%d pushes, %d deliveries".formatted(received.size(), deliveries)
            + (excused.isEmpty() ? "" : ", %d twice for a kill".formatted(excused.size())),
        Objects.requireNonNull(repeated.get(false)).stream().map(Repeated::toString).toList());
  }

  private static Map<Push, List<String>> timesReceived(Evidence evidence) throws Exception {
    var reply =
        evidence.client().fcmControl().send(RestCall.get("/messages")).get(30, TimeUnit.SECONDS);
    var received = new HashMap<Push, List<String>>();
    for (var message : reply.json().path("messages")) {
      var data = message.path("message").path("data");
      var push =
          new Push(message.path("token").asString(""), data.path("notificationId").asString(""));
      received
          .computeIfAbsent(push, times -> new ArrayList<>())
          .add(message.path("receivedAt").asString());
    }
    return received;
  }

  /** What the notification-worker has on record of a push; nothing where it is not on record. */
  private static Optional<Delivery> record(Push push, Evidence evidence) {
    return evidence
        .database(SuiteService.NOTIFICATION)
        .sql(
            """
            SELECT claims, attempts, state FROM deliveries
            WHERE notification_id = :notification AND channel = 'fcm'
              AND address_hash = encode(sha256(convert_to(:token, 'UTF8')), 'hex')
            """)
        .param("notification", push.notification())
        .param("token", push.token())
        .query(Delivery.class)
        .optional();
  }
}
