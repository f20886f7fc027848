SELECT assignment_id, min(subject_id), min(transporter_id), min(vehicle_id), min(driver_id),
       min(vehicle_type),
       min(occurred_at) FILTER (WHERE event_type = 'assignment.created'),
       min(occurred_at) FILTER (WHERE outcome IN ('delivered', 'cancelled')),
       min(outcome) FILTER (WHERE outcome IN ('delivered', 'cancelled'))
FROM facts WHERE assignment_id IS NOT NULL GROUP BY assignment_id
