package com.weelo.dispatch.suite.verify;

import com.weelo.dispatch.suite.SuiteService;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.UUID;

/** What is on the topics is a fact of the analytics, once; and nothing else is. */
final class CountedOnce implements Invariant {

  @Override
  public String name() {
    return "every event is a fact of the analytics, once";
  }

  @Override
  public Finding check(Evidence evidence) {
    var broken = new ArrayList<String>();
    var facts = new HashSet<UUID>();
    evidence
        .database(SuiteService.ANALYTICS)
        .sql("SELECT event_id, event_type FROM facts WHERE occurred_at >= :since")
        .param("since", evidence.rememberedSince())
        .query(row -> {
          var id = row.getObject(1, UUID.class);
          if (!facts.add(id)) {
            broken.add("%s %s is two facts".formatted(row.getString(2), id));
          }
        });
    var settled = evidence.settledUntil().toInstant().toEpochMilli();
    var since = evidence.rememberedSince().toInstant().toEpochMilli();
    var events = evidence.history().firsts();
    events.values().stream()
        .filter(event -> event.sentAt() >= since && event.sentAt() < settled)
        .filter(event -> !facts.contains(event.id()))
        .forEach(event -> broken.add("%s %s is no fact".formatted(event.type(), event.id())));
    return new Finding("%d facts".formatted(facts.size()), broken);
  }
}
