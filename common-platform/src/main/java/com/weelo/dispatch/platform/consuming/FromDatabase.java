package com.weelo.dispatch.platform.consuming;

import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;

/**
 * Goes on where the database says, and from the beginning where it says nothing, whatever Kafka
 * remembers: a database that was restored, rewound or emptied is brought up to date again.
 */
final class FromDatabase implements ConsumerAwareRebalanceListener {

  private static final Logger log = LoggerFactory.getLogger(FromDatabase.class);

  private final ConsumedOffsets offsets;

  FromDatabase(ConsumedOffsets offsets) {
    this.offsets = offsets;
  }

  @Override
  public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
    try {
      var known = offsets.known(partitions);
      known.forEach(consumer::seek);
      consumer.seekToBeginning(
          partitions.stream().filter(partition -> !known.containsKey(partition)).toList());
      consumer.commitSync(committable(known)); // or Kafka would show a lag that is none
    } catch (DataAccessException e) {
      log.warn("The database is away; going on from where Kafka remembers: {}", e.toString());
    } catch (KafkaException e) {
      log.debug("Not committed; the next commit will do", e);
    }
  }

  private static Map<TopicPartition, OffsetAndMetadata> committable(
      Map<TopicPartition, Long> offsets) {
    return offsets.entrySet().stream()
        .collect(toMap(Map.Entry::getKey, next -> new OffsetAndMetadata(next.getValue())));
  }
}
