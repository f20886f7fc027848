-- Transporters: what each was offered and made of it, over the whole time asked for.
-- acceptanceRate: acceptances (bookings and trucks of orders) for each offer. cancelRate: bookings
-- given back for each acceptance. At most 1,000 rows, those with most offers first.
SELECT transporter_id,
       sum(offered)::bigint AS offered,
       sum(accepted)::bigint AS accepted,
       sum(cancelled)::bigint AS cancelled,
       round(sum(accepted)::numeric / nullif(sum(offered), 0), 4) AS acceptance_rate,
       round(sum(cancelled)::numeric / nullif(sum(accepted), 0), 4) AS cancel_rate
FROM transporter_hours
WHERE hour >= date_trunc('hour', :from::timestamptz, 'UTC') AND hour < :to
  AND (:vehicleType::text IS NULL OR vehicle_type = :vehicleType)
GROUP BY transporter_id
ORDER BY offered DESC, transporter_id LIMIT 1000
