package com.weelo.dispatch.platform.observability;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.Tracer;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The running trace, and the form in which it travels: the W3C {@code traceparent}. */
public final class Traces {

  private static final Pattern TRACEPARENT =
      Pattern.compile("00-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})");

  private static final int SAMPLED = 1;

  private final Tracer tracer;

  public Traces(Tracer tracer) {
    this.tracer = tracer;
  }

  /**
   * Null where nothing is traced. One that is not sampled travels, too: nobody samples its rest.
   */
  public @Nullable String traceparent() {
    var span = tracer.currentSpan();
    if (span == null) {
      return null;
    }
    var context = span.context();
    var sampled = Boolean.TRUE.equals(context.sampled()) ? "01" : "00";
    var traceparent = "00-" + context.traceId() + "-" + context.spanId() + "-" + sampled;
    return TRACEPARENT.matcher(traceparent).matches() ? traceparent : null;
  }

  /**
   * Does the work as one more span of the trace that set it off.
   *
   * @param traceparent as it came; what is none begins no trace of its own
   */
  public void continued(@Nullable String traceparent, String name, Runnable work) {
    context(traceparent)
        .ifPresentOrElse(
            parent ->
                inSpan(
                    tracer
                        .spanBuilder()
                        .setParent(parent)
                        .kind(Span.Kind.CONSUMER)
                        .name(name)
                        .start(),
                    work),
            work);
  }

  private Optional<TraceContext> context(@Nullable String traceparent) {
    if (traceparent == null) {
      return Optional.empty();
    }
    var parts = TRACEPARENT.matcher(traceparent);
    if (!parts.matches()) {
      return Optional.empty();
    }
    var flags = Integer.parseInt(parts.group(3), 16);
    return Optional.of(
        tracer
            .traceContextBuilder()
            .traceId(parts.group(1))
            .spanId(parts.group(2))
            .sampled((flags & SAMPLED) != 0)
            .build());
  }

  private void inSpan(Span span, Runnable work) {
    try (var ignored = tracer.withSpan(span)) {
      work.run();
    } catch (RuntimeException e) {
      span.error(e);
      throw e;
    } finally {
      span.end();
    }
  }
}
