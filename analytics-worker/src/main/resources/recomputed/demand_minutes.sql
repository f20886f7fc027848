SELECT date_trunc('minute', occurred_at, 'UTC'), cell, vehicle_type,
       count(*) FILTER (WHERE event_type = 'booking.created'),
       count(*) FILTER (WHERE event_type = 'booking.expired')
FROM facts WHERE event_type IN ('booking.created', 'booking.expired') GROUP BY 1, 2, 3
