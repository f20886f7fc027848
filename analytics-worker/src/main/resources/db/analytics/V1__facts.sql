-- One row for each event (but positions), by the day on which it happened. Nothing is updated.
-- The same event always has the same id and the same time, so it finds its own row again.
CREATE TABLE facts (
    event_id       uuid        NOT NULL,
    occurred_at    timestamptz NOT NULL,
    event_type     text        NOT NULL,
    subject_id     text        NOT NULL,  -- the booking or order, else the event's key
    customer_id    text,
    transporter_id text,
    driver_id      text,
    vehicle_id     text,
    assignment_id  text,
    vehicle_type   text,
    cell           bigint,                -- H3, resolution 7, of the pick-up
    outcome        text,                  -- what the event says came out: a status, a reason, a name
    quantity       int,                   -- trucks, offers, frames
    amount_minor   bigint,
    currency       text,
    PRIMARY KEY (event_id, occurred_at)
) PARTITION BY RANGE (occurred_at);

-- What is older than the oldest day kept.
CREATE TABLE facts_default PARTITION OF facts DEFAULT;

CREATE INDEX facts_subject ON facts (subject_id, occurred_at);
CREATE INDEX facts_payments ON facts (occurred_at) WHERE event_type = 'payment.completed';

-- Who was offered what: one row for each transporter of each wave.
CREATE TABLE offers (
    event_id        uuid        NOT NULL,
    offered_at      timestamptz NOT NULL,
    subject_id      text        NOT NULL,
    wave            int         NOT NULL,
    transporter_id  text        NOT NULL,
    driver_id       text        NOT NULL,
    vehicle_type    text        NOT NULL,
    distance_meters bigint      NOT NULL
) PARTITION BY RANGE (offered_at);

CREATE TABLE offers_default PARTITION OF offers DEFAULT;

CREATE INDEX offers_subject ON offers (subject_id);
