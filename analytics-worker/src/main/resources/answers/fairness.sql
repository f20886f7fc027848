-- Fairness: how evenly offers are spread over the transporters who got any in the span.
-- gini: the Gini coefficient of offers for each transporter: 0 where all got the same number,
-- towards 1 where one got them all. Spans shorter than an hour are answered by the hour.
SELECT start, sum(transporters)::bigint AS transporters, sum(transporters * offers)::bigint AS offers,
       round((2 * sum(offers * transporters * (fewer + (transporters + 1) / 2.0))
              / (sum(transporters) * sum(transporters * offers))
              - (sum(transporters) + 1) / sum(transporters))::numeric, 4) AS gini
FROM (-- How many got so many offers, and how many got fewer.
      SELECT start, offers, count(*) AS transporters,
             sum(count(*)) OVER (PARTITION BY start ORDER BY offers) - count(*) AS fewer
      FROM (SELECT date_bin(:bucket::interval, hour, 'epoch') AS start, transporter_id, sum(offered::int) AS offers
            FROM transporter_hours
            WHERE hour >= date_trunc('hour', :from::timestamptz, 'UTC') AND hour < :to
              AND offered > 0 AND (:vehicleType::text IS NULL OR vehicle_type = :vehicleType)
            GROUP BY 1, 2) AS totals
      GROUP BY start, offers) AS levels
GROUP BY start ORDER BY start
