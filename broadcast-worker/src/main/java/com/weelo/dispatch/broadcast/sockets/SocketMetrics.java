package com.weelo.dispatch.broadcast.sockets;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** What happens on this node's sockets, counted. */
public final class SocketMetrics {

  private final MeterRegistry registry;
  private final Clock clock;
  private final AtomicInteger connections = new AtomicInteger();
  private final Map<String, Counter> frames = new ConcurrentHashMap<>();
  private final Counter recovered;
  private final Counter lost;
  private final Counter replayed;
  private final Counter behind;
  private final Timer age;

  public SocketMetrics(MeterRegistry registry, Clock clock) {
    this.registry = registry;
    this.clock = clock;
    registry.gauge("dispatch.broadcast.connections", connections);
    recovered = registry.counter("dispatch.broadcast.welcomes", "recovered", "true");
    lost = registry.counter("dispatch.broadcast.welcomes", "recovered", "false");
    replayed = registry.counter("dispatch.broadcast.replayed");
    behind = registry.counter("dispatch.broadcast.behind");
    age =
        Timer.builder("dispatch.broadcast.age")
            .description("From an event's timestamp to its frame's writing, where nobody was late")
            .publishPercentileHistogram()
            .register(registry);
  }

  void connected() {
    connections.incrementAndGet();
  }

  void disconnected() {
    connections.decrementAndGet();
  }

  /** A frame was sent the moment it was heard of. */
  void sentLive(String type, long happenedAtMillis) {
    frames
        .computeIfAbsent(type, name -> registry.counter("dispatch.broadcast.frames", "type", name))
        .increment();
    age.record(Math.max(0, clock.millis() - happenedAtMillis), TimeUnit.MILLISECONDS);
  }

  /** How many frames of each type were sent live since the start. */
  public Map<String, Long> framesSent() {
    var sent = new HashMap<String, Long>();
    frames.forEach((type, counter) -> sent.put(type, (long) counter.count()));
    return sent;
  }

  /** Frames were sent from the history. */
  void sentFromHistory(int count) {
    replayed.increment(count);
  }

  /** A client was slow, and is sent nothing until it has caught up. */
  void fellBehind() {
    behind.increment();
  }

  void welcomed(boolean hasRecovered) {
    (hasRecovered ? recovered : lost).increment();
  }

  void closed(CloseCode code) {
    registry
        .counter("dispatch.broadcast.closed", "code", Integer.toString(code.code()))
        .increment();
  }
}
