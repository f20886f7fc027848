package com.weelo.dispatch.analytics.live;

import java.io.IOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Somebody who watches. Each has a thread of its own, so that a slow one holds nobody up. */
final class Watcher {

  private static final int MOST_WAITING = 64;
  private static final long BEAT_SECONDS = 10;

  /** A message as it goes to everybody. */
  record Message(String name, String json) {}

  private final SseEmitter emitter = new SseEmitter(0L);
  private final BlockingQueue<Message> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
  private volatile boolean gone;

  Watcher() {
    emitter.onCompletion(this::leave);
    emitter.onTimeout(this::leave);
    emitter.onError(error -> leave());
    Thread.ofVirtual().name("watcher").start(this::pump);
  }

  SseEmitter emitter() {
    return emitter;
  }

  boolean isGone() {
    return gone;
  }

  /** Who does not keep up is let go, and may come again to a new snapshot. */
  void tell(Message message) {
    if (!waiting.offer(message)) {
      leave();
    }
  }

  void leave() {
    gone = true;
  }

  private void pump() {
    try {
      while (!gone) {
        var message = waiting.poll(BEAT_SECONDS, TimeUnit.SECONDS);
        emitter.send(
            message == null
                ? SseEmitter.event().comment("beat")
                : SseEmitter.event().name(message.name()).data(message.json()));
      }
    } catch (IOException | IllegalStateException e) {
      gone = true; // the connection is closed
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    end();
  }

  private void end() {
    try {
      emitter.complete();
    } catch (IllegalStateException e) {
      // The server, who saw the connection close, has ended it at this very moment.
    }
  }
}
