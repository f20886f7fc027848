package com.weelo.dispatch.system;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.weelo.dispatch.events.AssignmentEvent;
import com.weelo.dispatch.events.BookingEvent;
import com.weelo.dispatch.events.DomainEvent;
import com.weelo.dispatch.events.OrderEvent;
import com.weelo.dispatch.events.PaymentEvent;
import com.weelo.dispatch.events.Topics;
import com.weelo.dispatch.events.TruckRequestEvent;
import com.weelo.dispatch.testing.KafkaProbe;
import com.weelo.dispatch.testing.ReceivedRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Says again, much later, what was said on the topics: as a relay may that forgot how far it was.
 */
final class Echo implements AutoCloseable {

  private static final int ONE_IN = 7;
  private static final List<Class<? extends DomainEvent>> FAMILIES =
      List.of(
          BookingEvent.class,
          OrderEvent.class,
          TruckRequestEvent.class,
          AssignmentEvent.class,
          PaymentEvent.class);

  private final List<String> topics =
      FAMILIES.stream()
          .flatMap(family -> Topics.of(family).stream())
          .map(Topics.TopicSpec::name)
          .toList();
  private final Map<String, Integer> heard = new HashMap<>();
  private final KafkaProbe probe;
  private long said;

  Echo(RunningSuite suite) {
    probe = suite.probe(topics.toArray(String[]::new));
  }

  /** Says again one in some of what it has heard since it last did. */
  void sayAgain() {
    for (var topic : topics) {
      var records = probe.received(topic);
      for (var i = heard.getOrDefault(topic, 0); i < records.size(); i += ONE_IN) {
        say(records.get(i));
      }
      heard.put(topic, records.size());
    }
  }

  long said() {
    return said;
  }

  private void say(ReceivedRecord record) {
    var value = record.value();
    probe.send(
        record.topic(),
        record.key(),
        value == null ? null : value.getBytes(UTF_8),
        record.headers());
    said++;
  }

  @Override
  public void close() {
    probe.close();
  }
}
