-- Fleet utilisation: which part of its time the fleet was on jobs.
-- busySeconds: seconds that vehicles were assigned to a job (from the assignment to its delivery or
-- cancellation) within the span. vehicles: how many of them there were. drivers: drivers whose
-- position was heard in the span or who were on a job. utilisation: busySeconds for each second
-- that those drivers had.
WITH busy AS (
  SELECT start, driver_id,
         extract(epoch FROM least(coalesce(ended_at, :to), start + ('1 ' || :bucket)::interval, :to)
                            - greatest(assigned_at, start, :from)) AS seconds
  FROM trips,
       generate_series(date_trunc(:bucket, greatest(assigned_at, :from), 'UTC'),
                       least(coalesce(ended_at, :to), :to) - interval '1 microsecond',
                       ('1 ' || :bucket)::interval) AS start
  WHERE assigned_at < :to AND assigned_at >= :from::timestamptz - interval '7 days'
    AND (ended_at IS NULL OR ended_at > :from)
    AND (:vehicleType::text IS NULL OR vehicle_type = :vehicleType)),
heard AS (
  SELECT DISTINCT date_trunc(:bucket, minute, 'UTC') AS start, unnest(drivers) AS driver_id
  FROM supply_minutes
  WHERE minute >= :from AND minute < :to
    AND (:vehicleType::text IS NULL OR vehicle_type = :vehicleType)),
present AS (
  SELECT start, driver_id FROM heard UNION SELECT start, driver_id FROM busy)
SELECT start, count(*) AS drivers,
       coalesce(max(vehicles), 0)::bigint AS vehicles,
       round(coalesce(max(seconds), 0))::bigint AS busy_seconds,
       round((coalesce(max(seconds), 0)
              / (count(*) * extract(epoch FROM ('1 ' || :bucket)::interval)))::numeric, 4)
         AS utilisation
FROM present
LEFT JOIN (SELECT start, sum(seconds) AS seconds, count(DISTINCT driver_id) AS vehicles
           FROM busy GROUP BY start) AS jobs USING (start)
GROUP BY start ORDER BY start
