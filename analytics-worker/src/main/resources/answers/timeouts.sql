-- Timeouts: bookings that nobody took in time, by the area of the pick-up (H3, resolution 7).
-- expired: bookings whose search ended in the span. created: bookings made there in the span.
-- At most 5,000 rows, the areas with most timeouts first.
SELECT date_bin(:bucket::interval, minute, 'epoch') AS start, cell,
       sum(expired)::bigint AS expired, sum(created)::bigint AS created
FROM demand_minutes
WHERE minute >= :from AND minute < :to
  AND (:vehicleType::text IS NULL OR vehicle_type = :vehicleType)
GROUP BY 1, 2 HAVING sum(expired) > 0
ORDER BY expired DESC, start, cell LIMIT 5000
