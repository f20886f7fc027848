-- Sums over facts, made in the transaction that stores them. '' stands for what an event does not say.

-- Events by minute.
CREATE TABLE event_minutes (
    minute       timestamptz NOT NULL,
    event_type   text        NOT NULL,
    vehicle_type text        NOT NULL,
    outcome      text        NOT NULL,
    currency     text        NOT NULL,
    events       bigint      NOT NULL,
    quantity     bigint      NOT NULL,
    amount_minor bigint      NOT NULL,
    PRIMARY KEY (minute, event_type, vehicle_type, outcome, currency)
) WITH (fillfactor = 50);

-- Bookings made, and bookings that nobody took, by minute and H3 cell (resolution 7) of the pick-up.
CREATE TABLE demand_minutes (
    minute       timestamptz NOT NULL,
    cell         bigint      NOT NULL,
    vehicle_type text        NOT NULL,
    created      bigint      NOT NULL,
    expired      bigint      NOT NULL,
    PRIMARY KEY (minute, cell, vehicle_type)
) WITH (fillfactor = 50);

-- What each transporter was offered and made of it, by hour.
CREATE TABLE transporter_hours (
    hour           timestamptz NOT NULL,
    transporter_id text        NOT NULL,
    vehicle_type   text        NOT NULL,
    offered        bigint      NOT NULL,
    accepted       bigint      NOT NULL,
    cancelled      bigint      NOT NULL,
    PRIMARY KEY (hour, transporter_id, vehicle_type)
) WITH (fillfactor = 50);

-- How long bookings waited for their acceptance: a sketch's bins, by the minute in which the
-- booking was made. Bins of several rows are added up, so any span has its percentiles.
CREATE TABLE acceptance_bins (
    minute       timestamptz NOT NULL,
    vehicle_type text        NOT NULL,
    bin          int         NOT NULL,
    bookings     bigint      NOT NULL,
    PRIMARY KEY (minute, vehicle_type, bin)
) WITH (fillfactor = 50);

-- Positions by minute, H3 cell (resolution 7) and vehicle type: how many, and whose.
CREATE TABLE supply_minutes (
    minute       timestamptz NOT NULL,
    cell         bigint      NOT NULL,
    vehicle_type text        NOT NULL,
    positions    bigint      NOT NULL,
    drivers      text[]      NOT NULL,
    PRIMARY KEY (minute, cell, vehicle_type)
) WITH (fillfactor = 50);
