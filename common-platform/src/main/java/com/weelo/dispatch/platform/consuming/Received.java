package com.weelo.dispatch.platform.consuming;

import com.weelo.dispatch.events.DomainEvent;
import com.weelo.dispatch.events.EventEnvelope;

/** An event with the place where it stands in Kafka. */
public record Received<E extends DomainEvent>(
    EventEnvelope<E> event, String topic, int partition, long offset) {}
