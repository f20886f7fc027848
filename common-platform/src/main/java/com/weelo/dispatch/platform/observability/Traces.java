package com.weelo.dispatch.platform.observability;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.Tracer;
import java.util.Optional;
import java.util.function.Supplier;
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

  /** As {@link #traceparent()}, for where nothing follows that could begin to sample. */
  public @Nullable String sampledTraceparent() {
    var traceparent = traceparent();
    return traceparent != null && traceparent.endsWith("-01") ? traceparent : null;
  }

  /**
   * Does the work as one more span of the trace that set it off.
   *
   * @param traceparent as it came; what is none begins no trace of its own
   */
  public void continued(@Nullable String traceparent, String name, Runnable work) {
    context(traceparent)
        .ifPresentOrElse(
            parent -> {
              var unused =
                  inSpan(
                      begin(Span.Kind.CONSUMER, name, parent),
                      () -> {
                        work.run();
                        return true;
                      });
            },
            work);
  }

  /** As {@link #continued}, for a call of somebody who is none of ours. */
  public <T> T calling(@Nullable String traceparent, String name, Supplier<T> call) {
    var parent = context(traceparent);
    return parent.isPresent()
        ? inSpan(begin(Span.Kind.CLIENT, name, parent.get()), call)
        : call.get();
  }

  private Span begin(Span.Kind kind, String name, TraceContext parent) {
    return tracer.spanBuilder().setParent(parent).kind(kind).name(name).start();
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

  private <T> T inSpan(Span span, Supplier<T> work) {
    try (var ignored = tracer.withSpan(span)) {
      return work.get();
    } catch (RuntimeException e) {
      span.error(e);
      throw e;
    } finally {
      span.end();
    }
  }
}
