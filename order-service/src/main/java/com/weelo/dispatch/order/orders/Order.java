package com.weelo.dispatch.order.orders;

import com.weelo.dispatch.events.FillState;
import com.weelo.dispatch.events.OrderEvent;
import com.weelo.dispatch.events.OrderId;
import com.weelo.dispatch.events.TransporterId;
import com.weelo.dispatch.events.VehicleType;
import com.weelo.dispatch.platform.security.Caller;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * One customer's wish for several trucks, from search to end. Whoever changes it holds the lock of
 * its row, which is taken before any other; each step that others hear of returns its event.
 */
public final class Order {

  private final OrderId id;
  private final OrderDraft terms;
  private final Instant createdAt;
  private final Instant expiresAt;
  private final List<OrderLine> lines;
  private OrderStatus status;
  private long version;
  private int wave;
  private Instant nextWaveAt;
  private @Nullable Instant dueAt;
  private @Nullable Instant endedAt;
  private @Nullable Cancellation cancellation;

  /** Who called it off, and why. */
  public record Cancellation(String by, String reason) {}

  /** As it is stored. */
  record State(
      OrderStatus status,
      long version,
      int wave,
      Instant nextWaveAt,
      @Nullable Instant dueAt,
      @Nullable Instant endedAt,
      @Nullable Cancellation cancellation) {}

  Order(
      OrderId id,
      OrderDraft terms,
      Instant createdAt,
      Instant expiresAt,
      List<OrderLine> lines,
      State state) {
    this.id = id;
    this.terms = terms;
    this.createdAt = createdAt;
    this.expiresAt = expiresAt;
    this.lines = List.copyOf(lines);
    this.status = state.status();
    this.version = state.version();
    this.wave = state.wave();
    this.nextWaveAt = state.nextWaveAt();
    this.dueAt = state.dueAt();
    this.endedAt = state.endedAt();
    this.cancellation = state.cancellation();
  }

  /** A new order, whose truck requests are to be made until the first wave is due at the latest. */
  static Order place(OrderId id, OrderDraft terms, Instant now, OrderTimes times) {
    var expiresAt = now.plus(times.ttl());
    var firstLook = earlier(now.plus(times.waveInterval()), expiresAt);
    return new Order(
        id,
        terms,
        now,
        expiresAt,
        terms.vehicleRequirements().stream().map(OrderLine::of).toList(),
        new State(OrderStatus.PROCESSING, 1, 0, firstLook, firstLook, null, null));
  }

  /** Its truck requests were made. */
  public OrderEvent.StatusChanged open(Instant now) {
    return step(OrderStatus.SEARCHING, now, List.of());
  }

  /** A wave goes out, and the next is due after the interval. */
  public void broadcast(int number, Instant now, Duration interval) {
    wave = number;
    postponeWave(now, interval);
  }

  /** No wave could be made; it is tried again after the interval. */
  public void postponeWave(Instant now, Duration interval) {
    nextWaveAt = earlier(now.plus(interval), expiresAt);
  }

  public void hold(VehicleType type, int trucks, Instant until) {
    line(type).hold(trucks);
    lookNoLaterThan(until);
  }

  public void release(VehicleType type, int trucks) {
    line(type).release(trucks);
  }

  /** What was held is confirmed. */
  public OrderEvent.StatusChanged fill(VehicleType type, int trucks, Instant now) {
    line(type).fill(trucks);
    var full = lines.stream().allMatch(OrderLine::isFull);
    return step(full ? OrderStatus.FILLED : OrderStatus.PARTIALLY_FILLED, now, List.of());
  }

  /** A confirmed truck is lost while there is time to find another. */
  OrderEvent.StatusChanged reopen(VehicleType type, Instant now) {
    line(type).lose();
    nextWaveAt = now;
    dueAt = now;
    return step(
        filled() == 0 ? OrderStatus.SEARCHING : OrderStatus.PARTIALLY_FILLED, now, List.of());
  }

  /** A confirmed truck is lost for good. */
  OrderEvent.StatusChanged lose(VehicleType type, Instant now) {
    line(type).lose();
    return step(status == OrderStatus.FILLED ? OrderStatus.CONFIRMED : status, now, List.of());
  }

  /** The search is over, and what was found is enough. */
  OrderEvent.StatusChanged settle(Instant now, List<TransporterId> withdrawnFrom) {
    return step(OrderStatus.CONFIRMED, now, withdrawnFrom);
  }

  void deliver(VehicleType type) {
    line(type).deliver();
  }

  OrderEvent.StatusChanged complete(Instant now) {
    endedAt = now;
    return step(OrderStatus.COMPLETED, now, List.of());
  }

  /** It comes to nothing; see {@link EndingOrder} for who has to give up what. */
  OrderEvent.StatusChanged giveUp(
      OrderStatus last, Cancellation why, Instant now, List<TransporterId> withdrawnFrom) {
    lines.forEach(OrderLine::giveUp);
    cancellation = why;
    endedAt = last == OrderStatus.EXPIRED ? expiresAt : now;
    return step(last, now, withdrawnFrom);
  }

  private OrderEvent.StatusChanged step(
      OrderStatus next, Instant now, List<TransporterId> withdrawnFrom) {
    var previous = status;
    status = next;
    if (!next.isSearching()) {
      dueAt = null;
    }
    return new OrderEvent.StatusChanged(
        id,
        terms.customerId(),
        previous.code(),
        next.code(),
        fill(),
        now,
        withdrawnFrom,
        cancellation == null ? null : cancellation.by(),
        cancellation == null ? null : cancellation.reason());
  }

  /** The sweep looks at it again at that time, or earlier if something else is due. */
  public void lookAgain(Optional<Instant> endOfNextHold) {
    if (status.isSearching()) {
      dueAt = endOfNextHold.map(end -> earlier(end, nextWaveAt)).orElse(nextWaveAt);
    }
  }

  private void lookNoLaterThan(Instant time) {
    dueAt = dueAt == null ? time : earlier(dueAt, time);
  }

  /**
   * Counts events that are told of it.
   *
   * @return the first one's version
   */
  long countUp(int events) {
    var first = version + 1;
    version += events;
    return first;
  }

  /** Once its time is up the search is over, whether that is written down yet or not. */
  public OrderStatus statusAt(Instant now) {
    if (!isOverdue(now)) {
      return status;
    }
    return hasQuorum() ? OrderStatus.CONFIRMED : OrderStatus.EXPIRED;
  }

  /** Whether its time is up, and the search's end is not written down yet. */
  public boolean isOverdue(Instant now) {
    return status.isSearching() && !expiresAt.isAfter(now);
  }

  boolean hasQuorum() {
    return filled()
        >= QuorumPolicy.quorum(
            terms.fillPolicy(), sum(OrderLine::requested), terms.minimumTrucks());
  }

  /** Whether there is nothing left to be done. */
  boolean isDelivered() {
    return !status.isSearching() && filled() > 0 && filled() == sum(OrderLine::delivered);
  }

  int filled() {
    return sum(OrderLine::filled);
  }

  private int sum(ToIntFunction<OrderLine> count) {
    return lines.stream().mapToInt(count).sum();
  }

  /** What the caller is to this order; empty for a stranger. */
  public Optional<Party> partyOf(Caller caller) {
    return switch (caller.role()) {
      case CUSTOMER ->
          caller.userId().equals(terms.customerId())
              ? Optional.of(Party.CUSTOMER)
              : Optional.empty();
      case OPS -> Optional.of(Party.OPS);
      case TRANSPORTER, DRIVER -> Optional.empty();
    };
  }

  /**
   * @throws java.util.NoSuchElementException where the order wants none of the type
   */
  public OrderLine line(VehicleType type) {
    return lines.stream().filter(line -> line.vehicleType().equals(type)).findAny().orElseThrow();
  }

  public OrderId id() {
    return id;
  }

  /** What the customer asked for. */
  public OrderDraft terms() {
    return terms;
  }

  public List<OrderLine> lines() {
    return lines;
  }

  public List<FillState> fill() {
    return lines.stream().map(OrderLine::state).toList();
  }

  public OrderStatus status() {
    return status;
  }

  public Instant createdAt() {
    return createdAt;
  }

  public Instant expiresAt() {
    return expiresAt;
  }

  /** The latest wave's number; 0 before the first. */
  public int wave() {
    return wave;
  }

  public Instant nextWaveAt() {
    return nextWaveAt;
  }

  public boolean isDue(Instant now) {
    return dueAt != null && !dueAt.isAfter(now);
  }

  public Optional<Instant> dueAt() {
    return Optional.ofNullable(dueAt);
  }

  /** When it was completed, cancelled or expired. */
  public Optional<Instant> endedAt() {
    return Optional.ofNullable(endedAt);
  }

  public Optional<Cancellation> cancellation() {
    return Optional.ofNullable(cancellation);
  }

  State state() {
    return new State(status, version, wave, nextWaveAt, dueAt, endedAt, cancellation);
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }
}
