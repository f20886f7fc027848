-- The life of each booking in one row. Topics arrive in any order: each event sets its own column,
-- and the earlier of two times stands, so the row is the same whatever came first.
CREATE TABLE journeys (
    booking_id     text PRIMARY KEY,
    vehicle_type   text,
    cell           bigint,
    transporter_id text,
    created_at     timestamptz,
    offered_at     timestamptz,   -- the first wave that reached anybody
    accepted_at    timestamptz,
    assigned_at    timestamptz,
    completed_at   timestamptz,
    expired_at     timestamptz,
    cancelled_at   timestamptz
) WITH (fillfactor = 70);

CREATE INDEX journeys_created ON journeys (created_at);

-- The life of each assignment in one row, likewise.
CREATE TABLE trips (
    assignment_id  text PRIMARY KEY,
    subject_id     text        NOT NULL,
    transporter_id text        NOT NULL,
    vehicle_id     text        NOT NULL,
    driver_id      text        NOT NULL,
    vehicle_type   text        NOT NULL,
    assigned_at    timestamptz,
    ended_at       timestamptz,
    outcome        text           -- delivered or cancelled, once it has ended
) WITH (fillfactor = 70);

CREATE INDEX trips_assigned ON trips (assigned_at);

-- What an order asks for, to share its payments out among vehicle types.
CREATE TABLE order_lines (
    order_id     text   NOT NULL,
    line         int    NOT NULL,
    vehicle_type text   NOT NULL,
    trucks       int    NOT NULL,
    value_minor  bigint NOT NULL,
    PRIMARY KEY (order_id, line)
);
