SELECT date_trunc('minute', occurred_at, 'UTC'), event_type, coalesce(vehicle_type, ''),
       coalesce(outcome, ''), coalesce(currency, ''), count(*),
       sum(coalesce(quantity, 1))::bigint, sum(coalesce(amount_minor, 0))::bigint
FROM facts GROUP BY 1, 2, 3, 4, 5
