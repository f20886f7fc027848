package com.weelo.dispatch.platform.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.BaseUnits;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * How far Kafka is behind the database, as of the last look; NaN while it can not be told. Every
 * instance looks for itself, and all see the same.
 *
 * <p>{@code dispatch.outbox.lag.rows} is zero if, and only if, {@code dispatch.outbox.lag.age} is.
 * {@code dispatch.outbox.lag.bytes} also counts what others write into the same log; {@code
 * dispatch.outbox.wal.retained} is never less.
 */
final class LagMetrics {

  private static final Logger log = LoggerFactory.getLogger(LagMetrics.class);

  private final OutboxLag.Look look;
  private volatile @Nullable OutboxLag last;

  /**
   * @param read whether the outbox is read from the server's log
   */
  LagMetrics(OutboxLag.Look look, boolean read, MeterRegistry registry) {
    this.look = look;
    Gauge.builder("dispatch.outbox.lag.rows", this, told(OutboxLag::rows))
        .description("Committed rows of the outbox that are not in Kafka yet, at most")
        .register(registry);
    TimeGauge.builder(
            "dispatch.outbox.lag.age",
            this,
            TimeUnit.MILLISECONDS,
            told(lag -> lag.age().toMillis()))
        .description("How long the oldest row that is not in Kafka yet has been there")
        .register(registry);
    if (read) {
      Gauge.builder("dispatch.outbox.lag.bytes", this, told(lag -> log(lag).behind()))
          .description("The server's log behind the place up to which the outbox is relayed")
          .baseUnit(BaseUnits.BYTES)
          .register(registry);
      Gauge.builder("dispatch.outbox.wal.retained", this, told(lag -> log(lag).retained()))
          .description("The server's log that it may not drop because of the outbox's slot")
          .baseUnit(BaseUnits.BYTES)
          .register(registry);
    }
  }

  private static ToDoubleFunction<LagMetrics> told(ToDoubleFunction<OutboxLag> figure) {
    return metrics -> {
      var last = metrics.last;
      return last == null ? Double.NaN : figure.applyAsDouble(last);
    };
  }

  private static OutboxLag.Log log(OutboxLag lag) {
    var log = lag.log();
    if (log == null) {
      throw new IllegalStateException("a polled outbox is not read from the log");
    }
    return log;
  }

  void look() {
    try {
      last = look.look().orElse(null);
    } catch (DataAccessException away) {
      if (last != null) {
        log.info("The outbox's lag can not be told: {}", away.toString());
      }
      last = null;
    }
  }
}
