package com.weelo.dispatch.booking.trips;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

/** All trips of all bookings, the cancelled ones too. */
interface Trips extends Repository<Trip, String> {

  Optional<Trip> findById(String assignmentId);

  List<Trip> findByBookingId(String bookingId);

  Trip save(Trip trip);
}
