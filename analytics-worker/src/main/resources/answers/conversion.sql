-- Conversion: what became of the bookings made in each span.
-- acceptedShare, completedShare, expiredShare, cancelledShare: the part of the bookings made in
-- the span that was accepted, completed, expired or cancelled so far, from 0 to 1.
SELECT date_bin(:bucket::interval, created_at, 'epoch') AS start,
       count(*) AS created,
       count(accepted_at) AS accepted,
       count(completed_at) AS completed,
       count(expired_at) AS expired,
       count(cancelled_at) AS cancelled,
       round(count(accepted_at)::numeric / count(*), 4) AS accepted_share,
       round(count(completed_at)::numeric / count(*), 4) AS completed_share,
       round(count(expired_at)::numeric / count(*), 4) AS expired_share,
       round(count(cancelled_at)::numeric / count(*), 4) AS cancelled_share
FROM journeys
WHERE created_at >= :from AND created_at < :to
  AND (:vehicleType::text IS NULL OR vehicle_type = :vehicleType)
GROUP BY 1 ORDER BY 1
