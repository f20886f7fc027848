package com.weelo.dispatch.platform.consuming;

import com.weelo.dispatch.events.DomainEvent;
import com.weelo.dispatch.events.EventEnvelope;
import com.weelo.dispatch.events.EventHeaders;
import com.weelo.dispatch.platform.observability.Correlation;
import com.weelo.dispatch.platform.observability.Traces;
import io.micrometer.core.instrument.Timer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.listener.MessageListener;

/** Hands a subscription its events one by one, each as part of the trace that set it off. */
final class SingleListener<E extends DomainEvent> implements MessageListener<String, byte[]> {

  private final String group;
  private final Decoding<E> decoding;
  private final EventHandler<E> handler;
  private final Timer timer;
  private final Traces traces;

  SingleListener(
      String group, Decoding<E> decoding, EventHandler<E> handler, Timer timer, Traces traces) {
    this.group = group;
    this.traces = traces;
    this.decoding = decoding;
    this.handler = handler;
    this.timer = timer;
  }

  @Override
  public void onMessage(ConsumerRecord<String, byte[]> record) {
    decoding
        .decode(record)
        .ifPresent(event ->
            traces.continued(
                HeaderText.of(record, EventHeaders.TRACEPARENT),
                group + " " + event.eventType(),
                () -> timer.record(() -> handle(event))));
  }

  private void handle(EventEnvelope<E> event) {
    new Correlation(event.metadata().correlationId(), event.eventId())
        .run(() -> handler.handle(event));
  }
}
