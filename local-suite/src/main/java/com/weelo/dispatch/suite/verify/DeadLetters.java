package com.weelo.dispatch.suite.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.weelo.dispatch.events.Topics;
import java.util.ArrayList;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** The dead-letter topics hold what was poisoned on purpose, and nothing else. */
final class DeadLetters implements Invariant {

  @Override
  public String name() {
    return "dead-letter topics hold only what was poisoned";
  }

  @Override
  public Finding check(Evidence evidence) {
    var letters = new ArrayList<String>();
    var topics = Topics.all().stream().map(spec -> spec.dlt().name()).toList();
    evidence.topics().read(topics, letter -> letters.add(describe(letter)));
    var expected = evidence.settings().expectedDead();
    var figures = letters.size() + " dead";
    if (letters.size() == expected) {
      return Finding.holds(figures);
    }
    letters.addFirst(expected + " were to be expected");
    return new Finding(figures, letters);
  }

  private static String describe(ConsumerRecord<String, byte[]> letter) {
    return "%s@%d: %s refused key %s, %s"
        .formatted(
            letter.topic(),
            letter.offset(),
            header(letter, "dlt-worker"),
            letter.key(),
            header(letter, "dlt-reason"));
  }

  private static String header(ConsumerRecord<String, byte[]> letter, String name) {
    var header = letter.headers().lastHeader(name);
    byte @Nullable [] value = header == null ? null : header.value();
    return value == null ? "?" : new String(value, UTF_8);
  }
}
