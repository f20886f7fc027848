package com.weelo.dispatch.suite.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.weelo.dispatch.events.EventTypes;
import com.weelo.dispatch.events.LocationEvent;
import com.weelo.dispatch.events.Topics;
import com.weelo.dispatch.suite.SuiteService;
import com.weelo.dispatch.suite.client.Json;
import com.weelo.dispatch.suite.client.RestCall;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.TopicPartition;
import tools.jackson.core.JacksonException;

/**
 * Of every position received it is known what became of it, and all on the topics were received.
 */
final class GpsAccounting implements Invariant {

  private static final String BATCH = "location.batch";
  private static final String READER = "location-processor.fixes";

  /** What was refused at the door never came to a topic. */
  private record Account(long received, long accountedFor, long refusedAtTheDoor) {
    long fromTopics() {
      return received - refusedAtTheDoor;
    }
  }

  @Override
  public String name() {
    return "GPS received = indexed + stored + dropped";
  }

  @Override
  public Finding check(Evidence evidence) throws Exception {
    var before = account(evidence);
    var topics =
        EventTypes.of(LocationEvent.class).stream().map(EventTypes.Description::name).toList();
    var ends = evidence.topics().ends(topics);
    var broken = new ArrayList<String>();
    if (before.received() != before.accountedFor()) {
      broken.add(
          "%d were received, of %d it is known what became of them"
              .formatted(before.received(), before.accountedFor()));
    }
    if (haveExpired(evidence, topics)) {
      return new Finding(before.received() + " received; topics too old to count", broken);
    }
    var sent = fixes(evidence, ends) - dead(evidence, topics);
    if (before.fromTopics() > sent) {
      broken.add("%d received from topics that hold %d".formatted(before.fromTopics(), sent));
    }
    var after =
        new Patience(evidence.settings().patience())
            .until(account -> account.fromTopics() >= sent, () -> account(evidence));
    if (after.fromTopics() < sent) {
      broken.add("%d received from topics that hold %d".formatted(after.fromTopics(), sent));
    }
    return new Finding("%d received, %d on the topics".formatted(after.received(), sent), broken);
  }

  private static Account account(Evidence evidence) throws Exception {
    var reply =
        evidence
            .client()
            .location()
            .send(RestCall.get("/api/v1/tracking/accounting").by(evidence.opsToken()))
            .get(10, TimeUnit.SECONDS)
            .json();
    var known = reply.path("indexed").asLong() + reply.path("stored").asLong();
    for (var dropped : reply.path("dropped")) {
      known += dropped.asLong();
    }
    return new Account(reply.path("received").asLong(), known, refusedAtTheDoor(evidence));
  }

  private static long refusedAtTheDoor(Evidence evidence) {
    return evidence
        .database(SuiteService.LOCATION)
        .sql("SELECT coalesce(sum(received), 0) FROM accounts WHERE slot = -1")
        .query(Long.class)
        .single();
  }

  private static boolean haveExpired(Evidence evidence, List<String> topics) {
    return evidence.topics().beginnings(topics).values().stream().anyMatch(begin -> begin > 0);
  }

  /** A record is a position, but for batches, which have to be read. */
  private static long fixes(Evidence evidence, Map<TopicPartition, Long> ends) {
    var fixes = new long[1];
    var batches = new HashMap<TopicPartition, Long>();
    ends.forEach((partition, end) -> {
      if (partition.topic().equals(BATCH)) {
        batches.put(partition, end);
      } else {
        fixes[0] += end;
      }
    });
    evidence.topics().read(batches, batch -> fixes[0] += fixesIn(batch.value()));
    return fixes[0];
  }

  private static long fixesIn(byte[] batch) {
    try {
      return Json.tree(batch).path("data").path("fixes").size();
    } catch (JacksonException noBatch) {
      return 1; // one dead letter
    }
  }

  /** What the reader that accounts for them gave up; others may have refused the same. */
  private static long dead(Evidence evidence, List<String> topics) {
    var dead = new long[1];
    evidence
        .topics()
        .read(
            topics.stream().map(Topics::dlt).toList(),
            letter -> {
              var worker = letter.headers().lastHeader("dlt-worker");
              if (worker != null && READER.equals(new String(worker.value(), UTF_8))) {
                dead[0]++;
              }
            });
    return dead[0];
  }
}
