package com.weelo.dispatch.booking.trips;

import com.weelo.dispatch.events.AssignmentEvent;
import com.weelo.dispatch.events.DriverId;
import com.weelo.dispatch.events.TripStatus;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A vehicle and driver on a booking's job, as the newest event of its assignment tells. */
@Entity
@Table(name = "trips")
class Trip {

  @Id
  @Column(name = "assignment_id")
  private String assignmentId;

  @Column(name = "booking_id")
  private String bookingId;

  private long version;

  @Enumerated(EnumType.STRING)
  private TripStatus status;

  @Column(name = "driver_id")
  private String driverId;

  @SuppressWarnings("NullAway.Init")
  protected Trip() {} // for JPA

  /**
   * @param version the assignment's, not the booking's
   */
  Trip(String bookingId, AssignmentEvent event, long version) {
    this.assignmentId = event.assignmentId().value();
    this.bookingId = bookingId;
    this.driverId = event.driverId().value();
    this.status = event.status();
    this.version = version;
  }

  /** Takes what the event tells, unless a newer one was heard before. */
  void hear(AssignmentEvent event, long newer) {
    if (newer > version) {
      version = newer;
      status = event.status();
      driverId = event.driverId().value();
    }
  }

  TripStatus status() {
    return status;
  }

  DriverId driverId() {
    return new DriverId(driverId);
  }
}
