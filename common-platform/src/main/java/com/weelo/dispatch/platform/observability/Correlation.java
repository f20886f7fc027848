package com.weelo.dispatch.platform.observability;

import com.weelo.dispatch.events.EventIds;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * What the work at hand was set off by. Bound to the running code, so that whatever it publishes
 * and logs can be traced back.
 *
 * @param correlationId the same on everything that one request set off
 * @param causationId the event being handled, if any
 */
public record Correlation(String correlationId, @Nullable UUID causationId) {

  /** The header in which a client may give its own id and finds the one in use. */
  public static final String HTTP_HEADER = "X-Correlation-Id";

  private static final ScopedValue<Correlation> CURRENT = ScopedValue.newInstance();
  private static final String MDC_KEY = "correlationId";
  private static final Pattern ACCEPTABLE = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  /** The bound correlation, or a new one where nothing is bound. */
  public static Correlation current() {
    return CURRENT.isBound() ? CURRENT.get() : fresh();
  }

  public static Correlation fresh() {
    return new Correlation(EventIds.next().toString(), null);
  }

  /** The client's id where it is harmless to log and forward, else a new one. */
  public static Correlation ofRequest(@Nullable String offered) {
    return offered != null && ACCEPTABLE.matcher(offered).matches()
        ? new Correlation(offered, null)
        : fresh();
  }

  /** Runs the work with this correlation bound. */
  public <X extends Exception> void run(Work<X> work) throws X {
    try (var ignored = logged(correlationId)) {
      ScopedValue.where(CURRENT, this)
          .call(() -> {
            work.run();
            return true;
          });
    }
  }

  /** As long as it is open, whatever this thread logs names the correlation. */
  public interface Logged extends AutoCloseable {
    @Override
    void close();
  }

  /**
   * For what is said of some work outside of it: that it failed, for example.
   *
   * @param correlationId as it came; what is none names nothing
   */
  public static Logged logged(@Nullable String correlationId) {
    if (correlationId == null || !ACCEPTABLE.matcher(correlationId).matches()) {
      return () -> {};
    }
    var outer = MDC.get(MDC_KEY);
    MDC.put(MDC_KEY, correlationId);
    return () -> {
      if (outer == null) {
        MDC.remove(MDC_KEY);
      } else {
        MDC.put(MDC_KEY, outer);
      }
    };
  }

  /** Work that may throw. */
  @FunctionalInterface
  public interface Work<X extends Exception> {
    void run() throws X;
  }
}
