-- Revenue: payments recorded in the span (payment.completed), by vehicle type and currency.
-- A booking's payment belongs to the booking's vehicle type. An order's payment is shared out among
-- the types that the order asked for, by trucks times price. '' stands for a booking or order that
-- is not known here.
SELECT date_trunc(:bucket, occurred_at, 'UTC') AS start,
       coalesce(journeys.vehicle_type, lines.vehicle_type, '') AS vehicle_type,
       currency,
       count(*) AS payments,
       round(sum(amount_minor * coalesce(lines.share, 1)))::bigint AS amount_minor
FROM facts
LEFT JOIN journeys ON journeys.booking_id = facts.subject_id
LEFT JOIN LATERAL (
  SELECT order_lines.vehicle_type,
         sum(value_minor)::numeric / nullif(sum(sum(value_minor)) OVER (), 0) AS share
  FROM order_lines WHERE order_id = facts.subject_id AND journeys.booking_id IS NULL
  GROUP BY order_lines.vehicle_type) AS lines ON true
WHERE event_type = 'payment.completed' AND occurred_at >= :from AND occurred_at < :to
  AND (:vehicleType::text IS NULL
       OR coalesce(journeys.vehicle_type, lines.vehicle_type, '') = :vehicleType)
GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
