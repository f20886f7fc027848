-- What people find in the app, whatever became of it on other channels.
CREATE TABLE inbox (
    seq             bigint GENERATED ALWAYS AS IDENTITY, -- the order, newest last
    notification_id text        NOT NULL PRIMARY KEY,
    recipient_id    text        NOT NULL,
    category        text        NOT NULL,
    title           text        NOT NULL,
    body            text        NOT NULL,
    data            jsonb       NOT NULL,
    created_at      timestamptz NOT NULL,
    read_at         timestamptz
);
CREATE INDEX inbox_of ON inbox (recipient_id, seq DESC);
CREATE INDEX inbox_unread ON inbox (recipient_id) WHERE read_at IS NULL;
CREATE INDEX inbox_age ON inbox USING brin (created_at);
