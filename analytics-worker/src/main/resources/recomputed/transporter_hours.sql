SELECT hour, transporter_id, vehicle_type, sum(offered)::bigint, sum(accepted)::bigint, sum(cancelled)::bigint
FROM (SELECT date_trunc('hour', offered_at, 'UTC') AS hour, transporter_id, vehicle_type,
             1 AS offered, 0 AS accepted, 0 AS cancelled
      FROM offers
      UNION ALL
      SELECT date_trunc('hour', occurred_at, 'UTC'), transporter_id, coalesce(vehicle_type, ''), 0,
             CASE WHEN event_type = 'booking.cancelled' THEN 0 ELSE 1 END,
             CASE WHEN event_type = 'booking.cancelled' THEN 1 ELSE 0 END
      FROM facts
      WHERE event_type IN ('booking.accepted', 'truck.request.accepted')
         OR event_type = 'booking.cancelled' AND outcome = 'transporter'
            AND transporter_id IS NOT NULL) AS deeds
GROUP BY 1, 2, 3
