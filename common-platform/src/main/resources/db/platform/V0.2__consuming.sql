-- Which events a subscription has had its effect for: written in the effect's own transaction.
CREATE TABLE processed_events (
    subscription text        NOT NULL,
    event_id     uuid        NOT NULL,
    processed_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (subscription, event_id)
);
CREATE INDEX processed_events_age ON processed_events USING brin (processed_at);

-- How far a batch subscription has come in each partition: advanced with the batch's rows, so that
-- each record takes effect exactly once whatever Kafka delivers again.
CREATE TABLE consumed_offsets (
    subscription text   NOT NULL,
    topic        text   NOT NULL,
    partition    int    NOT NULL,
    next_offset  bigint NOT NULL,
    PRIMARY KEY (subscription, topic, partition)
);
