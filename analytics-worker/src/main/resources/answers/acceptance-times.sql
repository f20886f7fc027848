-- Time to first acceptance: from the booking's creation to the first acceptance of it, by the
-- span in which the booking was made. p50Ms, p90Ms, p99Ms: the wait, in milliseconds, that half,
-- nine tenths, 99 hundredths of the accepted bookings did not exceed, known to 1 %.
SELECT date_bin(:bucket::interval, minute, 'epoch') AS start, bin, sum(bookings)::bigint AS bookings
FROM acceptance_bins
WHERE minute >= :from AND minute < :to
  AND (:vehicleType::text IS NULL OR vehicle_type = :vehicleType)
GROUP BY 1, 2 ORDER BY 1, 2
