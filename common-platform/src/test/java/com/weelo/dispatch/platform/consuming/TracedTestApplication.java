package com.weelo.dispatch.platform.consuming;

import com.weelo.dispatch.events.BookingEvent;
import com.weelo.dispatch.events.BookingId;
import com.weelo.dispatch.events.PaymentEvent;
import com.weelo.dispatch.platform.Samples;
import com.weelo.dispatch.platform.outbox.Outbox;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;

/** A service in which each payment completes a booking, and somebody is told per key of that. */
@SpringBootConfiguration
@EnableAutoConfiguration
class TracedTestApplication {

  private static final Logger log = LoggerFactory.getLogger(TracedTestApplication.class);

  @Bean
  Subscription<PaymentEvent> payments(Outbox outbox) {
    return Subscription.of(
        "traced.payments",
        PaymentEvent.class,
        payment -> {
          log.info("paid: {}", payment.key());
          outbox.publish(Samples.completed(new BookingId(payment.key())), 1);
        });
  }

  @Bean
  Subscription<BookingEvent.Completed> completed() {
    return Subscription.perKey(
        "traced.completed",
        BookingEvent.Completed.class,
        completed -> log.info("completed: {}", completed.key()),
        4);
  }

  @Bean
  Spans spans() {
    return new Spans();
  }

  /** All spans that have ended. */
  static final class Spans implements SpanExporter {

    private final List<SpanData> ended = new CopyOnWriteArrayList<>();

    List<SpanData> ofTrace(String trace) {
      return ended.stream().filter(span -> span.getTraceId().equals(trace)).toList();
    }

    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
      ended.addAll(spans);
      return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode flush() {
      return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode shutdown() {
      return CompletableResultCode.ofSuccess();
    }
  }
}
