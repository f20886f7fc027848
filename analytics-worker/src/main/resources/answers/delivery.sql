-- Delivery: what became of messages, by span and channel.
-- Channel fcm, sms, email: attempts by outcome (notification.delivery). Channel frame: frames
-- written to sockets as they were heard of (analytics.event frames.delivered).
SELECT date_bin(:bucket::interval, minute, 'epoch') AS start,
       CASE WHEN event_type = 'notification.delivery' THEN split_part(outcome, ':', 1)
            ELSE 'frame' END AS channel,
       CASE WHEN event_type = 'notification.delivery' THEN split_part(outcome, ':', 2)
            ELSE 'sent' END AS outcome,
       sum(quantity)::bigint AS messages
FROM event_minutes
WHERE minute >= :from AND minute < :to
  AND (event_type = 'notification.delivery'
       OR event_type = 'analytics.event' AND outcome = 'frames.delivered')
  AND (:vehicleType::text IS NULL OR vehicle_type = :vehicleType)
GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
