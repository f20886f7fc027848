package com.weelo.dispatch.booking.lifecycle;

import com.weelo.dispatch.booking.matching.Wave;
import com.weelo.dispatch.events.DriverId;
import com.weelo.dispatch.events.Offer;
import com.weelo.dispatch.events.TransporterId;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Who was asked to take a booking, and when somebody is asked next. */
@Embeddable
class Search {

  @Column(name = "expires_at")
  private Instant expiresAt;

  private int wave;

  @Column(name = "next_wave_at")
  private Instant nextWaveAt;

  @JdbcTypeCode(SqlTypes.ARRAY)
  private List<String> offered;

  @JdbcTypeCode(SqlTypes.ARRAY)
  @Column(name = "offered_drivers")
  private List<String> offeredDrivers;

  @Column(name = "offered_before")
  private int offeredBefore;

  @JdbcTypeCode(SqlTypes.ARRAY)
  private List<String> declined;

  @SuppressWarnings("NullAway.Init")
  protected Search() {} // for JPA

  Search(Instant expiresAt) {
    this.expiresAt = expiresAt;
    this.nextWaveAt = expiresAt;
    this.offered = List.of();
    this.offeredDrivers = List.of();
    this.declined = List.of();
  }

  /**
   * A wave went out. One that reached nobody leaves the one before it the latest that may be
   * declined as a whole.
   */
  void add(Wave next, Instant now, Duration interval) {
    var offers = next.offers();
    wave = next.number();
    nextWaveAt = earlier(now.plus(interval), expiresAt);
    if (!offers.isEmpty()) {
      offeredBefore = offered.size();
      offered = joined(offered, offers.stream().map(Offer::transporterId).map(Object::toString));
      offeredDrivers = joined(offeredDrivers, offers.stream().map(o -> o.driverId().value()));
    }
  }

  /**
   * @return whether with this the latest wave was declined as a whole: the next one is due now
   */
  boolean decline(TransporterId transporter, Instant now) {
    if (declined.contains(transporter.value())) {
      return false;
    }
    declined = joined(declined, Stream.of(transporter.value()));
    if (!declined.containsAll(offered.subList(offeredBefore, offered.size()))) {
      return false;
    }
    nextWaveAt = earlier(now, nextWaveAt);
    return true;
  }

  boolean wasOfferedTo(TransporterId transporter) {
    return offered.contains(transporter.value());
  }

  /** Through whom the transporter was offered the booking. */
  DriverId driverOf(TransporterId transporter) {
    return new DriverId(offeredDrivers.get(offered.indexOf(transporter.value())));
  }

  List<TransporterId> offered() {
    return offered.stream().map(TransporterId::new).toList();
  }

  List<DriverId> offeredDrivers() {
    return offeredDrivers.stream().map(DriverId::new).toList();
  }

  int offeredBefore() {
    return offeredBefore;
  }

  int wave() {
    return wave;
  }

  Instant expiresAt() {
    return expiresAt;
  }

  Instant nextWaveAt() {
    return nextWaveAt;
  }

  boolean isOver(Instant now) {
    return !expiresAt.isAfter(now);
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }

  private static List<String> joined(List<String> some, Stream<String> more) {
    return Stream.concat(some.stream(), more).toList();
  }
}
