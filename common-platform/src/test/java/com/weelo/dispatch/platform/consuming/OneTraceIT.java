package com.weelo.dispatch.platform.consuming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.spi.ILoggingEvent;
import com.weelo.dispatch.platform.LoggedLines;
import com.weelo.dispatch.platform.Samples;
import com.weelo.dispatch.platform.consuming.TracedTestApplication.Spans;
import com.weelo.dispatch.platform.observability.Correlation;
import com.weelo.dispatch.platform.outbox.Outbox;
import com.weelo.dispatch.testing.StoresTest;
import io.micrometer.tracing.Tracer;
import io.opentelemetry.sdk.trace.data.SpanData;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@StoresTest(
    database = "traced",
    classes = TracedTestApplication.class,
    properties = {
      "spring.application.name=traced-test",
      "spring.flyway.locations=classpath:db/platform",
      "management.tracing.export.enabled=true",
      "management.tracing.sampling.probability=1",
      "management.opentelemetry.tracing.export.schedule-delay=50ms"
    })
class OneTraceIT {

  @Autowired Outbox outbox;
  @Autowired Tracer tracer;
  @Autowired Spans spans;
  @Autowired PlatformTransactionManager transactions;

  /** From the request through outbox, Kafka, a handler, its outbox, Kafka, to the last handler. */
  @Test
  void what_a_request_sets_off_is_one_trace_each_part_of_which_names_the_one_before() {
    var request = tracer.nextSpan().name("request").start();
    try (var ignored = tracer.withSpan(request)) {
      new TransactionTemplate(transactions)
          .executeWithoutResult(status -> outbox.publish(Samples.paid(Samples.newBooking()), 1));
    } finally {
      request.end();
    }

    var trace = request.context().traceId();
    await()
        .untilAsserted(() ->
            assertThat(spans.ofTrace(trace))
                .extracting(SpanData::getName)
                .containsExactlyInAnyOrder(
                    "request",
                    "traced.payments payment.completed",
                    "traced.completed booking.completed"));
    var first = span(trace, "traced.payments payment.completed");
    assertThat(first.getParentSpanId()).isEqualTo(request.context().spanId());
    assertThat(span(trace, "traced.completed booking.completed").getParentSpanId())
        .isEqualTo(first.getSpanId());
  }

  @Test
  void what_handlers_log_names_the_trace_and_the_correlation_of_what_set_them_off() {
    var booking = Samples.newBooking();
    var request = tracer.nextSpan().name("request").start();
    try (var log = LoggedLines.of(TracedTestApplication.class.getName())) {
      try (var ignored = tracer.withSpan(request)) {
        new Correlation("the-request", null)
            .run(() ->
                new TransactionTemplate(transactions)
                    .executeWithoutResult(status -> outbox.publish(Samples.paid(booking), 1)));
      } finally {
        request.end();
      }

      await()
          .untilAsserted(() ->
              assertThat(log.containing(booking.value()))
                  .extracting(ILoggingEvent::getMDCPropertyMap)
                  .hasSize(2)
                  .allSatisfy(said ->
                      assertThat(said)
                          .containsEntry("correlationId", "the-request")
                          .containsEntry("traceId", request.context().traceId())
                          .containsKey("spanId")));
    }
  }

  private SpanData span(String trace, String name) {
    return spans.ofTrace(trace).stream()
        .filter(span -> span.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
