-- What apps say became of a notification: each thing once for each person.
CREATE TABLE receipts (
    notification_id text        NOT NULL,
    recipient_id    text        NOT NULL,
    receipt         text        NOT NULL, -- delivered, opened
    at              timestamptz NOT NULL,
    PRIMARY KEY (notification_id, recipient_id, receipt)
);
CREATE INDEX receipts_age ON receipts USING brin (at);
