package com.weelo.dispatch.booking.lifecycle;

import com.weelo.dispatch.booking.matching.Wave;
import com.weelo.dispatch.events.BookingEvent;
import com.weelo.dispatch.events.BookingId;
import com.weelo.dispatch.events.DriverId;
import com.weelo.dispatch.events.Money;
import com.weelo.dispatch.events.Place;
import com.weelo.dispatch.events.TransporterId;
import com.weelo.dispatch.events.UserId;
import com.weelo.dispatch.events.VehicleType;
import com.weelo.dispatch.platform.security.Caller;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One customer's wish for one truck, from search to end. Every change that others hear of returns
 * its event and counts the version up; whoever makes one holds the row's lock.
 */
@Entity
@Table(name = "bookings")
public class Booking {

  @Id private String id;

  @Column(name = "customer_id")
  private String customerId;

  private BookingStatus status;
  private long version;

  @Column(name = "vehicle_type")
  private String vehicleType;

  @Embedded
  @AttributeOverride(name = "latitude", column = @Column(name = "pickup_latitude"))
  @AttributeOverride(name = "longitude", column = @Column(name = "pickup_longitude"))
  @AttributeOverride(name = "address", column = @Column(name = "pickup_address"))
  private StoredPlace pickup;

  @Embedded
  @AttributeOverride(name = "latitude", column = @Column(name = "dropoff_latitude"))
  @AttributeOverride(name = "longitude", column = @Column(name = "dropoff_longitude"))
  @AttributeOverride(name = "address", column = @Column(name = "dropoff_address"))
  private StoredPlace dropoff;

  @Embedded
  @AttributeOverride(name = "amount", column = @Column(name = "price_amount"))
  @AttributeOverride(name = "currency", column = @Column(name = "price_currency"))
  private StoredMoney price;

  private @Nullable String goods;

  @Column(name = "created_at")
  private Instant createdAt;

  @Embedded private Search search;

  @Column(name = "transporter_id")
  private @Nullable String transporterId;

  @Column(name = "driver_id")
  private @Nullable String driverId;

  @Column(name = "accepted_at")
  private @Nullable Instant acceptedAt;

  @Column(name = "ended_at")
  private @Nullable Instant endedAt;

  @Column(name = "cancelled_by")
  private @Nullable String cancelledBy;

  @Column(name = "cancel_reason")
  private @Nullable String cancelReason;

  @SuppressWarnings("NullAway.Init")
  protected Booking() {} // for JPA

  /** A new booking, whose first wave goes out with it. */
  Booking(BookingId id, BookingDraft draft, Wave first, Instant now, SearchTimes times) {
    this.id = id.value();
    this.customerId = draft.customerId().value();
    this.status = BookingStatus.SEARCHING;
    this.version = 1;
    this.vehicleType = draft.vehicleType().code();
    this.pickup = StoredPlace.of(draft.pickup());
    this.dropoff = StoredPlace.of(draft.dropoff());
    this.price = StoredMoney.of(draft.price());
    this.goods = draft.goods();
    this.createdAt = now;
    this.search = new Search(now.plus(times.ttl()));
    search.add(first, now, times.waveInterval());
  }

  BookingEvent.Created created(Wave first) {
    return BookingEvents.created(this, first);
  }

  /** A later wave goes out; nobody is told of one that reaches nobody. */
  Optional<BookingEvent.Rebroadcast> broadcast(Wave wave, Instant now, Duration interval) {
    search.add(wave, now, interval);
    if (wave.offers().isEmpty()) {
      return Optional.empty();
    }
    version++;
    return Optional.of(BookingEvents.rebroadcast(this, wave));
  }

  /** Tells of the conditional update that has accepted it, see {@link Bookings#accept}. */
  BookingEvent.Accepted accepted() {
    return BookingEvents.accepted(this);
  }

  /**
   * @return whether the next wave is due now, the latest having been declined as a whole
   */
  boolean decline(TransporterId transporter, Instant now) {
    return search.decline(transporter, now);
  }

  BookingEvent.Expired expire() {
    end(BookingStatus.EXPIRED, expiresAt());
    return BookingEvents.expired(this);
  }

  BookingEvent.Cancelled cancel(Party by, String reason, Instant now) {
    end(BookingStatus.CANCELLED, now);
    cancelledBy = by.code();
    cancelReason = reason;
    return BookingEvents.cancelled(this, by, reason);
  }

  /**
   * The truck got on. Says so only when the goods are delivered; the steps before are told by the
   * assignment's own events.
   *
   * @param progress ACCEPTED, ASSIGNED, IN_PROGRESS or COMPLETED
   * @param driver who was assigned, if anybody is
   */
  public Optional<BookingEvent.Completed> follow(
      BookingStatus progress, Optional<DriverId> driver, Instant at) {
    if (transporterId == null || endedAt != null) {
      return Optional.empty();
    }
    driverId = driver.orElse(search.driverOf(new TransporterId(transporterId))).value();
    status = progress;
    if (progress != BookingStatus.COMPLETED) {
      return Optional.empty();
    }
    end(progress, at);
    return Optional.of(BookingEvents.completed(this));
  }

  private void end(BookingStatus last, Instant at) {
    status = last;
    endedAt = at;
    version++;
  }

  /** What the caller is to this booking; empty for a stranger. */
  public Optional<Party> partyOf(Caller caller) {
    return switch (caller.role()) {
      case CUSTOMER ->
          caller.userId().equals(customerId()) ? Optional.of(Party.CUSTOMER) : Optional.empty();
      case TRANSPORTER, DRIVER ->
          isWonBy(caller.transporterId()) ? Optional.of(Party.TRANSPORTER) : Optional.empty();
      case OPS -> Optional.of(Party.OPS);
    };
  }

  public BookingId id() {
    return new BookingId(id);
  }

  public UserId customerId() {
    return new UserId(customerId);
  }

  /** One whose time is up is expired, whether that is written down yet or not. */
  public BookingStatus statusAt(Instant now) {
    return status == BookingStatus.SEARCHING && search.isOver(now) ? BookingStatus.EXPIRED : status;
  }

  /** How many events were published about it. */
  public long version() {
    return version;
  }

  public VehicleType vehicleType() {
    return new VehicleType(vehicleType);
  }

  public Place pickup() {
    return pickup.place();
  }

  public Place dropoff() {
    return dropoff.place();
  }

  public Money price() {
    return price.money();
  }

  public Optional<String> goods() {
    return Optional.ofNullable(goods);
  }

  public Instant createdAt() {
    return createdAt;
  }

  public Instant expiresAt() {
    return search.expiresAt();
  }

  /** The latest wave's number. */
  public int wave() {
    return search.wave();
  }

  /** All transporters it was offered to, in order. */
  public List<TransporterId> offeredTo() {
    return search.offered();
  }

  public boolean isWonBy(TransporterId transporter) {
    return transporter.value().equals(transporterId);
  }

  boolean wasOfferedTo(TransporterId transporter) {
    return search.wasOfferedTo(transporter);
  }

  Search search() {
    return search;
  }

  /** Who won it. */
  public Optional<TransporterId> transporterId() {
    return Optional.ofNullable(transporterId).map(TransporterId::new);
  }

  /** Who drives: whoever was nearest, until the transporter assigns a driver. */
  public Optional<DriverId> driverId() {
    return Optional.ofNullable(driverId).map(DriverId::new);
  }

  public Optional<Instant> acceptedAt() {
    return Optional.ofNullable(acceptedAt);
  }

  /** When it was completed, cancelled or expired. */
  public Optional<Instant> endedAt() {
    return Optional.ofNullable(endedAt);
  }

  public Optional<String> cancelledBy() {
    return Optional.ofNullable(cancelledBy);
  }

  public Optional<String> cancelReason() {
    return Optional.ofNullable(cancelReason);
  }
}
