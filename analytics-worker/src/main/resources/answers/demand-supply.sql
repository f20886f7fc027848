-- Demand and supply by area (H3, resolution 7) of the pick-up, or of the captain.
-- demand: bookings made there in the span. supply: drivers whose position was heard there in it; a
-- driver who passes through several areas counts in each. At most 5,000 rows, those with most
-- demand first.
WITH demand AS (
  SELECT date_bin(:bucket::interval, minute, 'epoch') AS start, cell, sum(created) AS demand
  FROM demand_minutes
  WHERE minute >= :from AND minute < :to
    AND (:vehicleType::text IS NULL OR vehicle_type = :vehicleType)
  GROUP BY 1, 2),
supply AS (
  SELECT start, cell, count(*) AS supply
  FROM (SELECT DISTINCT date_bin(:bucket::interval, minute, 'epoch') AS start, cell, unnest(drivers) AS driver
        FROM supply_minutes
        WHERE minute >= :from AND minute < :to
          AND (:vehicleType::text IS NULL OR vehicle_type = :vehicleType)) AS heard
  GROUP BY 1, 2)
SELECT start, cell, coalesce(demand, 0)::bigint AS demand, coalesce(supply, 0)::bigint AS supply
FROM demand FULL JOIN supply USING (start, cell)
ORDER BY demand DESC, supply DESC, start, cell LIMIT 5000
