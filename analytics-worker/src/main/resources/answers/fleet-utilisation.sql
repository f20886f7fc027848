-- Fleet utilisation: which part of its time the fleet was on jobs.
-- busySeconds: seconds that vehicles were assigned to a job (from the assignment to its delivery or
-- cancellation) within the span. vehicles: how many of them there were. drivers: drivers whose
-- position was heard in the span or who were on a job. utilisation: busySeconds for each second
-- that those drivers had.
WITH busy AS (
  SELECT start, driver_id,
         date_part('epoch', least(coalesce(ended_at, :to), start + :bucket::interval, :to)
                              - greatest(assigned_at, start, :from)) AS seconds
  FROM trips,
       generate_series(date_bin(:bucket::interval, greatest(assigned_at, :from), 'epoch'),
                       least(coalesce(ended_at, :to), :to) - interval '1 microsecond',
                       :bucket::interval) AS start
  WHERE assigned_at < :to AND assigned_at >= :from::timestamptz - interval '7 days'
    AND (ended_at IS NULL OR ended_at > :from)
    AND (:vehicleType::text IS NULL OR vehicle_type = :vehicleType)),
heard AS (
  SELECT date_bin(:bucket::interval, minute, 'epoch') AS start, unnest(drivers) AS driver_id
  FROM supply_minutes
  WHERE minute >= :from AND minute < :to
    AND (:vehicleType::text IS NULL OR vehicle_type = :vehicleType)),
drivers AS (
  SELECT start, driver_id, sum(seconds) AS seconds
  FROM (SELECT start, driver_id, seconds FROM busy
        UNION ALL
        SELECT start, driver_id, NULL FROM heard) AS times
  GROUP BY start, driver_id)
SELECT start, count(*) AS drivers,
       count(seconds) AS vehicles,
       round(coalesce(sum(seconds), 0))::bigint AS busy_seconds,
       round((coalesce(sum(seconds), 0)
              / (count(*) * date_part('epoch', :bucket::interval)))::numeric, 4)
         AS utilisation
FROM drivers
GROUP BY start ORDER BY start
