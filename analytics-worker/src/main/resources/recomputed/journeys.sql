SELECT subject_id,
       min(vehicle_type) FILTER (WHERE event_type IN ('booking.created', 'booking.rebroadcast')),
       min(cell) FILTER (WHERE event_type IN ('booking.created', 'booking.rebroadcast')),
       (array_agg(transporter_id ORDER BY occurred_at) FILTER (WHERE event_type = 'booking.accepted'))[1],
       min(occurred_at) FILTER (WHERE event_type = 'booking.created'),
       min(occurred_at) FILTER (WHERE event_type IN ('booking.created', 'booking.rebroadcast')
                                  AND quantity > 0),
       min(occurred_at) FILTER (WHERE event_type = 'booking.accepted'),
       min(occurred_at) FILTER (WHERE event_type = 'assignment.created'),
       min(occurred_at) FILTER (WHERE event_type = 'booking.completed'),
       min(occurred_at) FILTER (WHERE event_type = 'booking.expired'),
       min(occurred_at) FILTER (WHERE event_type = 'booking.cancelled')
FROM facts
WHERE event_type LIKE 'booking.%' OR event_type = 'assignment.created'
GROUP BY subject_id HAVING bool_or(event_type LIKE 'booking.%')
