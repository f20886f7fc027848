package com.weelo.dispatch.booking.lifecycle;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All bookings. Their times come from the caller's clock, never from the database's. */
public interface Bookings extends Repository<Booking, String>, JpaSpecificationExecutor<Booking> {

  Optional<Booking> findById(String id);

  /** Locks the row until the transaction ends. */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("SELECT b FROM Booking b WHERE b.id = :id")
  Optional<Booking> lock(String id);

  /** Locks the customer's active booking, of which the schema allows one at most. */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query(
      """
      SELECT b FROM Booking b WHERE b.customerId = :customerId
      AND b.status IN (SEARCHING, ACCEPTED, ASSIGNED, IN_PROGRESS)
      """)
  Optional<Booking> lockActive(String customerId);

  /**
   * Decides who wins: changes the row only while it is searching, in time, and offered to this
   * transporter. Of many that run at the same instant one finds it so.
   *
   * @return the booking as accepted; empty where it was not to be had
   */
  @Query(
      nativeQuery = true,
      value =
          """
          UPDATE bookings
          SET status = 'accepted',
              version = version + 1,
              transporter_id = :transporterId,
              driver_id = offered_drivers[array_position(offered, :transporterId)],
              accepted_at = :now
          WHERE id = :id
            AND status = 'searching'
            AND expires_at > :now
            AND :transporterId = ANY (offered)
          RETURNING *
          """)
  Optional<Booking> accept(String id, String transporterId, Instant now);

  /** Searching bookings whose next wave or expiry is due, the longest waiting first; unlocked. */
  @Query(
      nativeQuery = true,
      value =
          """
          SELECT * FROM bookings WHERE status = 'searching' AND next_wave_at <= :now
          ORDER BY next_wave_at LIMIT :limit
          """)
  List<Booking> due(Instant now, int limit);

  /** Locks those of the bookings that are still due and that nobody else is busy with. */
  @Query(
      nativeQuery = true,
      value =
          """
          SELECT * FROM bookings
          WHERE id IN (:ids) AND status = 'searching' AND next_wave_at <= :now
          FOR UPDATE SKIP LOCKED
          """)
  List<Booking> lockDue(Collection<String> ids, Instant now);

  void flush();
}
