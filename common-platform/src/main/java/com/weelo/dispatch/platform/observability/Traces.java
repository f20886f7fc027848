package com.weelo.dispatch.platform.observability;

import io.micrometer.tracing.Tracer;
import org.jspecify.annotations.Nullable;

/** The running trace in the form in which it travels, the W3C {@code traceparent}. */
public final class Traces {

  private final Tracer tracer;

  public Traces(Tracer tracer) {
    this.tracer = tracer;
  }

  public @Nullable String traceparent() {
    var span = tracer.currentSpan();
    if (span == null || span.isNoop()) {
      return null;
    }
    var context = span.context();
    var sampled = Boolean.TRUE.equals(context.sampled()) ? "01" : "00";
    return "00-" + context.traceId() + "-" + context.spanId() + "-" + sampled;
  }
}
