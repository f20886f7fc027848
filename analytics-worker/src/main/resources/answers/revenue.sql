-- Revenue: payments recorded in the span (payment.completed), by vehicle type and currency.
-- A booking's payment belongs to the booking's vehicle type. An order's payment is shared out among
-- the types that the order asked for, by trucks times price. '' stands for a booking or order that
-- is not known here.
WITH paid AS (
  SELECT facts.subject_id, facts.occurred_at, facts.currency, facts.amount_minor,
         journeys.booking_id, journeys.vehicle_type
  FROM facts LEFT JOIN journeys ON journeys.booking_id = facts.subject_id
  WHERE event_type = 'payment.completed' AND occurred_at >= :from AND occurred_at < :to),
shares AS (
  SELECT order_id, vehicle_type,
         sum(value_minor)::numeric / nullif(sum(sum(value_minor)) OVER (PARTITION BY order_id), 0)
           AS share
  FROM order_lines WHERE order_id IN (SELECT subject_id FROM paid WHERE booking_id IS NULL)
  GROUP BY order_id, vehicle_type)
SELECT date_bin(:bucket::interval, occurred_at, 'epoch') AS start,
       coalesce(paid.vehicle_type, shares.vehicle_type, '') AS vehicle_type,
       currency,
       count(*) AS payments,
       round(coalesce(sum(amount_minor) FILTER (WHERE share IS NULL), 0)
             + coalesce(sum(amount_minor * share), 0))::bigint AS amount_minor
FROM paid LEFT JOIN shares ON shares.order_id = paid.subject_id AND paid.booking_id IS NULL
WHERE :vehicleType::text IS NULL
   OR coalesce(paid.vehicle_type, shares.vehicle_type, '') = :vehicleType
GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
