package com.weelo.dispatch.suite.verify;

import com.weelo.dispatch.suite.SuiteService;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.UUID;

/** What is on the topics stands in the audit's record. */
final class Recorded implements Invariant {

  @Override
  public String name() {
    return "every event stands in the audit's record";
  }

  @Override
  public Finding check(Evidence evidence) {
    var recorded = new HashSet<UUID>();
    evidence
        .database(SuiteService.AUDIT)
        .sql("SELECT event_id FROM records WHERE event_id IS NOT NULL AND occurred_at >= :since")
        .param("since", evidence.rememberedSince())
        .query(row -> {
          recorded.add(row.getObject(1, UUID.class));
        });
    var since = evidence.rememberedSince().toInstant().toEpochMilli();
    var settled = evidence.settledUntil().toInstant().toEpochMilli();
    var broken = new ArrayList<String>();
    evidence.history().firsts().values().stream()
        .filter(event -> event.sentAt() >= since && event.sentAt() < settled)
        .filter(event -> !recorded.contains(event.id()))
        .forEach(event -> broken.add("%s %s is not recorded".formatted(event.type(), event.id())));
    return new Finding("%d events recorded".formatted(recorded.size()), broken);
  }
}
