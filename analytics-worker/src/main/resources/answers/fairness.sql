-- Fairness: how evenly offers are spread over the transporters who got any in the span.
-- gini: the Gini coefficient of offers for each transporter: 0 where all got the same number,
-- towards 1 where one got them all. Spans shorter than an hour are answered by the hour.
SELECT start, count(*) AS transporters, sum(offers)::bigint AS offers,
       round((2 * sum(place * offers) / (count(*) * sum(offers)) - (count(*) + 1.0) / count(*))::numeric, 4)
         AS gini
FROM (SELECT start, offers, row_number() OVER (PARTITION BY start ORDER BY offers) AS place
      FROM (SELECT date_trunc(:bucket, hour, 'UTC') AS start, transporter_id, sum(offered) AS offers
            FROM transporter_hours
            WHERE hour >= date_trunc('hour', :from::timestamptz, 'UTC') AND hour < :to
              AND (:vehicleType::text IS NULL OR vehicle_type = :vehicleType)
            GROUP BY 1, 2 HAVING sum(offered) > 0) AS totals) AS ranked
GROUP BY start ORDER BY start
