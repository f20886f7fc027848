package com.weelo.dispatch.suite.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.weelo.dispatch.suite.SuiteFailure;
import com.weelo.dispatch.suite.SuitePorts;
import com.weelo.dispatch.suite.client.Json;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Reads a topic again from some time on. */
public final class Rereading {

  private final SuitePorts ports;

  public Rereading(SuitePorts ports) {
    this.ports = ports;
  }

  /**
   * Tells the topic's events that were sent since then, each as a line of JSON, and each partition
   * in its order.
   *
   * @return how many records were left out, being no events: somebody put them there by hand
   * @throws SuiteFailure where there is no such topic
   */
  public long tell(String topic, Instant from, Consumer<String> told) {
    try (var reader = new TopicReader(SuitePorts.HOST + ":" + ports.kafka())) {
      requireTopic(topic, reader.topics());
      var leftOut = new long[1];
      reader.readSince(
          from,
          List.of(topic),
          record ->
              SeenEvent.of(record)
                  .ifPresentOrElse(event -> told.accept(line(event)), () -> leftOut[0]++));
      return leftOut[0];
    }
  }

  private static String line(SeenEvent event) {
    var text = new String(event.content(), UTF_8);
    return text.indexOf('\n') < 0 ? text : Json.tree(text).toString();
  }

  /**
   * @throws SuiteFailure naming those that may have been meant
   */
  static void requireTopic(String topic, Collection<String> existing) {
    if (existing.contains(topic)) {
      return;
    }
    var family = topic.split("\\.", 2)[0] + ".";
    var similar =
        existing.stream()
            .filter(name -> name.startsWith(family) && !name.endsWith(".dlt"))
            .sorted()
            .collect(Collectors.joining(", "));
    throw new SuiteFailure(
        "there is no topic " + topic + (similar.isEmpty() ? "" : "; there are " + similar));
  }
}
