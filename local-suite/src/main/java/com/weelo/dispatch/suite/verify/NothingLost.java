package com.weelo.dispatch.suite.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.weelo.dispatch.suite.SuiteService;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What was committed to an outbox is on its topic, under the same id and word for word. */
final class NothingLost implements Invariant {

  @Override
  public String name() {
    return "every committed event is on Kafka, under one id";
  }

  @Override
  public Finding check(Evidence evidence) {
    var history = evidence.history();
    var broken = new ArrayList<String>(history.forgeries());
    var rows = 0L;
    for (var service : SuiteService.values()) {
      if (service.database().isPresent()) {
        rows += compare(service, evidence, history.firsts(), broken);
      }
    }
    return new Finding(
        "%d events, %d of them delivered again".formatted(rows, history.repeated()), broken);
  }

  private static long compare(
      SuiteService service, Evidence evidence, Map<UUID, SeenEvent> onKafka, List<String> broken) {
    var rows = new long[1];
    evidence
        .database(service)
        .sql(
            """
            SELECT event_id, event_type, event_key, envelope FROM outbox
            WHERE created_at BETWEEN :since AND :until
            """)
        .param("since", evidence.rememberedSince())
        .param("until", evidence.settledUntil())
        .query(row -> {
          rows[0]++;
          var event = onKafka.get(row.getObject(1, UUID.class));
          var what = row.getString(2) + " of " + row.getString(3) + " (" + row.getString(1) + ")";
          if (event == null) {
            broken.add(what + " is in the outbox of " + service.module() + ", but not on Kafka");
          } else if (!event.type().equals(row.getString(2))
              || !event.key().equals(row.getString(3))
              || !Arrays.equals(event.content(), row.getString(4).getBytes(UTF_8))) {
            broken.add(what + " reads otherwise on Kafka");
          }
        });
    return rows[0];
  }
}
