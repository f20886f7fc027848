package com.weelo.dispatch.suite.verify;

import static java.util.stream.Collectors.toSet;

import com.weelo.dispatch.suite.SuiteService;
import com.weelo.dispatch.suite.client.RestCall;
import java.util.HashMap;
import java.util.Set;
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

  @Override
  public Finding check(Evidence evidence) throws Exception {
    var reply =
        evidence.client().fcmControl().send(RestCall.get("/messages")).get(30, TimeUnit.SECONDS);
    var sent = new HashMap<Push, Integer>();
    for (var message : reply.json().path("messages")) {
      var data = message.path("message").path("data");
      sent.merge(
          new Push(message.path("token").asString(""), data.path("notificationId").asString("")),
          1,
          Integer::sum);
    }
    var pushes = sent.size();
    sent.values().removeIf(times -> times == 1);
    var excused = evidence.settings().killed() ? takenOver(sent.keySet(), evidence) : Set.of();
    var deliveries =
        evidence
            .database(SuiteService.NOTIFICATION)
            .sql("SELECT count(*) FROM deliveries")
            .query(Long.class)
            .single();
    return new Finding(
        "%d pushes, %d deliveries".formatted(pushes, deliveries)
            + (excused.isEmpty() ? "" : ", %d twice for a kill".formatted(excused.size())),
        sent.entrySet().stream()
            .filter(push -> !excused.contains(push.getKey()))
            .map(push -> push.getValue() + " times: " + push.getKey())
            .toList());
  }

  private static Set<Push> takenOver(Set<Push> pushes, Evidence evidence) {
    return pushes.stream().filter(push -> wasTakenOver(push, evidence)).collect(toSet());
  }

  private static boolean wasTakenOver(Push push, Evidence evidence) {
    return evidence
            .database(SuiteService.NOTIFICATION)
            .sql(
                """
                SELECT count(*) FROM deliveries
                WHERE notification_id = :notification AND channel = 'fcm'
                  AND address_hash = encode(sha256(convert_to(:token, 'UTF8')), 'hex')
                  AND claims > 1
                """)
            .param("notification", push.notification())
            .param("token", push.token())
            .query(Integer.class)
            .single()
        > 0;
  }
}
