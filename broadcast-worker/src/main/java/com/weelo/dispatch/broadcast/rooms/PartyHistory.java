package com.weelo.dispatch.broadcast.rooms;

import com.weelo.dispatch.events.AssignmentEvent;
import com.weelo.dispatch.events.BookingEvent;
import com.weelo.dispatch.events.DomainEvent;
import com.weelo.dispatch.events.EventCodec;
import com.weelo.dispatch.events.MalformedEvent;
import com.weelo.dispatch.events.OrderEvent;
import com.weelo.dispatch.events.Topics;
import com.weelo.dispatch.events.TruckRequestEvent;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.ConsumerFactory;

/** The events that Kafka still has of jobs, read for nothing but who is party to them. */
public final class PartyHistory {

  private static final Logger log = LoggerFactory.getLogger(PartyHistory.class);
  private static final Duration POLL = Duration.ofMillis(200);
  private static final List<Class<? extends DomainEvent>> FAMILIES =
      List.of(BookingEvent.class, OrderEvent.class, TruckRequestEvent.class, AssignmentEvent.class);

  private final ConsumerFactory<String, byte[]> consumers;
  private final EventCodec codec;
  private final Rooms rooms;
  private final Duration keptFor;
  private final Clock clock;

  /**
   * @param keptFor older events are of no interest
   */
  public PartyHistory(
      ConsumerFactory<String, byte[]> consumers,
      EventCodec codec,
      Rooms rooms,
      Duration keptFor,
      Clock clock) {
    this.consumers = consumers;
    this.codec = codec;
    this.rooms = rooms;
    this.keptFor = keptFor;
    this.clock = clock;
  }

  /**
   * Notes all of them, up to the end of the topics: whatever is written after that, the
   * subscriptions note.
   *
   * @return how many there were
   */
  public long noteAll() {
    try (var consumer = consumers.createConsumer(null, "rooms", null)) {
      assign(consumer);
      var noted = 0L;
      do {
        noted += note(consumer.poll(POLL));
      } while (!isAtEnd(consumer));
      return noted;
    }
  }

  private void assign(Consumer<String, byte[]> consumer) {
    var partitions =
        FAMILIES.stream()
            .flatMap(family -> Topics.of(family).stream())
            .flatMap(topic -> consumer.partitionsFor(topic.name()).stream())
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToEnd(partitions);
    var since = clock.instant().minus(keptFor).toEpochMilli();
    consumer
        .offsetsForTimes(partitions.stream().collect(Collectors.toMap(p -> p, p -> since)))
        .forEach((partition, found) -> {
          if (found != null) { // there is something that young
            consumer.seek(partition, found.offset());
          }
        });
  }

  private static boolean isAtEnd(Consumer<String, byte[]> consumer) {
    return consumer.endOffsets(consumer.assignment()).entrySet().stream()
        .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
  }

  /** Returns once all of them are noted. */
  private long note(ConsumerRecords<String, byte[]> records) {
    var notes =
        StreamSupport.stream(records.spliterator(), false)
            .flatMap(record -> read(record).stream())
            .map(note -> rooms.note(note).toCompletableFuture())
            .toArray(CompletableFuture<?>[]::new);
    CompletableFuture.allOf(notes).join();
    return notes.length;
  }

  private Optional<PartyNote> read(ConsumerRecord<String, byte[]> record) {
    try {
      return codec.decode(record.value()).flatMap(PartyPolicy::note);
    } catch (MalformedEvent e) {
      log.debug("Not an event: {}-{}@{}", record.topic(), record.partition(), record.offset());
      return Optional.empty();
    }
  }
}
