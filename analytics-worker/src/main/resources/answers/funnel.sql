-- Funnel: how far the bookings made in each span have come.
-- searched: prices asked for in the span. created: bookings made in it. offered, accepted,
-- assigned, completed: how many of those bookings have reached the step so far, whenever they did.
SELECT start,
       coalesce(sum(searched), 0)::bigint AS searched,
       coalesce(sum(created), 0)::bigint AS created,
       coalesce(sum(offered), 0)::bigint AS offered,
       coalesce(sum(accepted), 0)::bigint AS accepted,
       coalesce(sum(assigned), 0)::bigint AS assigned,
       coalesce(sum(completed), 0)::bigint AS completed
FROM (SELECT date_bin(:bucket::interval, minute, 'epoch') AS start, sum(events) AS searched,
             NULL::bigint AS created, NULL::bigint AS offered, NULL::bigint AS accepted,
             NULL::bigint AS assigned, NULL::bigint AS completed
      FROM event_minutes
      WHERE minute >= :from AND minute < :to
        AND event_type = 'analytics.event' AND outcome = 'search.performed'
        AND (:vehicleType::text IS NULL OR vehicle_type = :vehicleType)
      GROUP BY 1
      UNION ALL
      SELECT date_bin(:bucket::interval, created_at, 'epoch'), NULL, count(*), count(offered_at),
             count(accepted_at), count(assigned_at), count(completed_at)
      FROM journeys
      WHERE created_at >= :from AND created_at < :to
        AND (:vehicleType::text IS NULL OR vehicle_type = :vehicleType)
      GROUP BY 1) AS steps
GROUP BY start ORDER BY start
