package com.weelo.dispatch.suite.verify;

import com.weelo.dispatch.suite.SuiteService;
import com.weelo.dispatch.suite.client.RestCall;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.concurrent.TimeUnit;

/** No device was sent the same thing twice. */
final class OnePush implements Invariant {

  @Override
  public String name() {
    return "at most one push for each notification and device";
  }

  @Override
  public Finding check(Evidence evidence) throws Exception {
    var reply =
        evidence.client().fcmControl().send(RestCall.get("/messages")).get(30, TimeUnit.SECONDS);
    var sent = new HashMap<String, Integer>();
    for (var message : reply.json().path("messages")) {
      // What an app gets names the booking, what happened to it, and in which wave.
      var what = message.path("token").asString("") + " " + message.path("message").path("data");
      sent.merge(what, 1, Integer::sum);
    }
    var broken = new ArrayList<String>();
    sent.forEach((what, times) -> {
      if (times > 1) {
        broken.add(times + " times: " + what);
      }
    });
    return new Finding(
        "%d pushes, %d deliveries".formatted(sent.size(), deliveries(evidence)), broken);
  }

  private static long deliveries(Evidence evidence) {
    return evidence
        .database(SuiteService.NOTIFICATION)
        .sql("SELECT count(*) FROM deliveries")
        .query(Long.class)
        .single();
  }
}
