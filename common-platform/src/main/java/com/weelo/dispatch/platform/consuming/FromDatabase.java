package com.weelo.dispatch.platform.consuming;

import java.util.Collection;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;

/**
 * Goes on where the database says, whatever Kafka remembers: a database that was restored or
 * rewound is brought up to date again.
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
      offsets.known(partitions).forEach(consumer::seek);
    } catch (DataAccessException e) {
      log.warn("The database is away; going on from where Kafka remembers: {}", e.toString());
    }
  }
}
