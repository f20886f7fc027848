package com.weelo.dispatch.notification.sending;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.weelo.dispatch.events.EventCodec;
import com.weelo.dispatch.events.EventEnvelope;
import com.weelo.dispatch.events.NotificationEvent.Message;
import com.weelo.dispatch.platform.housekeeping.SweepLoop;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what is due: what had to wait, and what somebody else had claimed and did not see through.
 * Any number of instances do so side by side, each with what it has claimed.
 */
final class Resuming<M extends Message> {

  private static final Logger log = LoggerFactory.getLogger(Resuming.class);

  /** Longer than a push should take; what runs on after it may be sent twice. */
  private static final Duration PATIENCE_WHEN_STOPPING = Duration.ofSeconds(10);

  private final Class<M> type;
  private final Sending<M> sending;
  private final Claims claims;
  private final Pauses pauses;
  private final EventCodec codec;
  private final int most;
  private final Semaphore free;
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
  private final SweepLoop loop;
  private volatile boolean more;

  /**
   * @param most how many are sent at the same time
   */
  Resuming(
      String name,
      Class<M> type,
      Sending<M> sending,
      Claims claims,
      Pauses pauses,
      EventCodec codec,
      int most,
      Duration look) {
    this.type = type;
    this.sending = sending;
    this.claims = claims;
    this.pauses = pauses;
    this.codec = codec;
    this.most = most;
    this.free = new Semaphore(most);
    this.loop =
        new SweepLoop(name, this::sweep, look) {
          @Override
          public void stop() {
            super.stop();
            awaitThoseUnderWay();
          }
        };
  }

  SweepLoop loop() {
    return loop;
  }

  private void sweep() {
    pauses.look();
    var room = free.drainPermits();
    if (room == 0) {
      return; // whoever finishes wakes us
    }
    var taken = 0;
    try {
      var due = claims.claimDue(room);
      more = due.size() == room;
      for (var one : due) {
        workers.execute(() -> resume(one));
        taken++;
      }
    } finally {
      free.release(room - taken);
    }
  }

  private void resume(Claims.Due due) {
    try {
      sending.send(event(due.envelope()), due.claim(), null);
    } catch (RuntimeException e) {
      // The claim ends with its lease, and somebody takes it up again.
      log.warn("Notification {} not sent: {}", due.claim().notification(), e.toString());
    } finally {
      free.release();
      if (more) {
        loop.wake();
      }
    }
  }

  /** What is sent while its answer can no longer be recorded would be sent again by another. */
  private void awaitThoseUnderWay() {
    try {
      if (free.tryAcquire(most, PATIENCE_WHEN_STOPPING.toSeconds(), TimeUnit.SECONDS)) {
        free.release(most);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private EventEnvelope<M> event(String envelope) {
    var event = codec.decode(envelope.getBytes(UTF_8)).orElseThrow();
    return new EventEnvelope<>(
        event.eventId(), event.timestamp(), type.cast(event.data()), event.metadata());
  }
}
