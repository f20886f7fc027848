-- Events, told if and only if their transaction commits. Rows are inserted and never changed;
-- whole days are dropped once every row in them has reached Kafka.
CREATE TABLE outbox (
    seq               bigint GENERATED ALWAYS AS IDENTITY,
    created_at        timestamptz NOT NULL DEFAULT now(),
    -- Lets the polling relay read what can no longer grow: every transaction below a snapshot's xmin.
    xid               xid8        NOT NULL DEFAULT pg_current_xact_id(),
    event_id          uuid        NOT NULL,
    event_type        text        NOT NULL,
    event_version     text        NOT NULL,
    event_key         text        NOT NULL,
    aggregate_version bigint,
    correlation_id    text        NOT NULL,
    traceparent       text,
    envelope          text        NOT NULL
) PARTITION BY RANGE (created_at);

CREATE INDEX outbox_xid ON outbox (xid);

-- So that a missing day never fails a booking.
CREATE TABLE outbox_default PARTITION OF outbox DEFAULT;

CREATE PUBLICATION outbox FOR TABLE outbox
    WITH (publish = 'insert', publish_via_partition_root = true);

-- How far the polling relay has come; unused where logical decoding is.
CREATE TABLE outbox_polled (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    next_xid xid8 NOT NULL
);
