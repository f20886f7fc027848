package com.weelo.dispatch.broadcast.positions;

import com.weelo.dispatch.broadcast.frames.Refused;
import com.weelo.dispatch.platform.publishing.EventPublisher;
import com.weelo.dispatch.platform.security.Caller;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/** Hands the positions that drivers send over their sockets to Kafka. */
public final class ReportingPositions {

  private final EventPublisher events;
  private final Clock clock;
  private final Executor executor;

  /**
   * @param executor one thread, so that a driver's positions keep their order, and a bounded queue:
   *     sending blocks while Kafka is away
   */
  public ReportingPositions(EventPublisher events, Clock clock, Executor executor) {
    this.events = events;
    this.clock = clock;
    this.executor = executor;
  }

  /**
   * @return completes once Kafka has acknowledged it; fails with {@link Refused} where it did not
   * @throws Refused where it is no position of the caller's own
   */
  public CompletionStage<Void> report(Caller caller, ReportedPosition position) {
    var event = ReportPolicy.accept(caller, position, clock.instant());
    try {
      return CompletableFuture.supplyAsync(() -> events.publish(event), executor)
          .thenCompose(sent -> sent)
          .handle((sent, failure) -> {
            if (failure != null) {
              throw unavailable();
            }
            return null;
          });
    } catch (RejectedExecutionException e) {
      throw unavailable();
    }
  }

  private static Refused unavailable() {
    return new Refused(
        Refused.Code.TEMPORARILY_UNAVAILABLE, "The position could not be taken; send it again.");
  }
}
