package com.weelo.dispatch.broadcast.sockets;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What happens on this node's sockets, counted.
 *
 * <p>A frame is counted once for each socket that it goes to: in {@code dispatch.broadcast.frames}
 * and {@code dispatch.broadcast.age} where it was sent the moment it was heard of, else in {@code
 * dispatch.broadcast.replayed}. Of the sockets that fell behind, those that did not catch up in
 * time are closed with 4408.
 */
public final class SocketMetrics {

  /** Frames of one type that were sent live. */
  private record Live(Counter frames, Timer age) {}

  private final MeterRegistry registry;
  private final Clock clock;
  private final AtomicInteger connections = new AtomicInteger();
  private final Map<String, Live> live = new ConcurrentHashMap<>();
  private final Map<CloseCode, Counter> closed = new EnumMap<>(CloseCode.class);
  private final Counter recovered;
  private final Counter lost;
  private final Counter replayed;
  private final Counter behind;

  public SocketMetrics(MeterRegistry registry, Clock clock) {
    this.registry = registry;
    this.clock = clock;
    Gauge.builder("dispatch.broadcast.connections", connections, AtomicInteger::get)
        .description("Open sockets")
        .register(registry);
    recovered = welcomes("true");
    lost = welcomes("false");
    replayed =
        Counter.builder("dispatch.broadcast.replayed")
            .description("Frames sent from the history, to those who were away or too slow")
            .register(registry);
    behind =
        Counter.builder("dispatch.broadcast.behind")
            .description("How often a client was too slow, and was sent nothing until it caught up")
            .register(registry);
    for (var code : CloseCode.values()) {
      closed.put(code, closes(code));
    }
  }

  private Counter welcomes(String recovered) {
    return Counter.builder("dispatch.broadcast.welcomes")
        .description("Welcomes, by whether the client is told all it missed")
        .tag("recovered", recovered)
        .register(registry);
  }

  private Counter closes(CloseCode code) {
    return Counter.builder("dispatch.broadcast.closed")
        .description("Sockets closed by this side, by the code they were closed with")
        .tag("code", Integer.toString(code.code()))
        .register(registry);
  }

  private Live live(String type) {
    return new Live(
        Counter.builder("dispatch.broadcast.frames")
            .description("Frames sent the moment they were heard of")
            .tag("type", type)
            .register(registry),
        Timer.builder("dispatch.broadcast.age")
            .description("From an event's timestamp to its frame's writing, where nobody was late")
            .tag("type", type)
            .publishPercentileHistogram()
            .register(registry));
  }

  void connected() {
    connections.incrementAndGet();
  }

  void disconnected() {
    connections.decrementAndGet();
  }

  /** A frame was sent the moment it was heard of. */
  void sentLive(String type, long happenedAtMillis) {
    var sent = live.computeIfAbsent(type, this::live);
    sent.frames().increment();
    sent.age().record(Math.max(0, clock.millis() - happenedAtMillis), TimeUnit.MILLISECONDS);
  }

  /** How many frames of each type were sent live since the start. */
  public Map<String, Long> framesSent() {
    var sent = new HashMap<String, Long>();
    live.forEach((type, meters) -> sent.put(type, (long) meters.frames().count()));
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
    Objects.requireNonNull(closed.get(code)).increment();
  }
}
