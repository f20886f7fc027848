package com.weelo.dispatch.platform.consuming;

import com.weelo.dispatch.events.DomainEvent;
import com.weelo.dispatch.events.EventEnvelope;
import java.time.Instant;

/**
 * An event with the place where it stands in Kafka.
 *
 * @param writtenAt when Kafka was given it: the same however often it is read
 */
public record Received<E extends DomainEvent>(
    EventEnvelope<E> event, String topic, int partition, long offset, Instant writtenAt) {}
