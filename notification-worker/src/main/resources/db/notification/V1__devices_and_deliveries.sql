-- Where a user can be reached by push. Tokens are long and secret: a SHA-256 stands for them
-- wherever one is looked up, joined or logged.
CREATE TABLE devices (
    token_hash    text        PRIMARY KEY,
    token         text        NOT NULL,
    user_id       text        NOT NULL,
    platform      text        NOT NULL,
    registered_at timestamptz NOT NULL
);
CREATE INDEX devices_user ON devices (user_id);

-- What came of each notification on each device. A row is claimed before anything is sent, so that
-- nobody else sends it too; the primary key is what makes it once.
CREATE TABLE deliveries (
    notification_id text        NOT NULL,
    channel         text        NOT NULL,
    token_hash      text        NOT NULL, -- empty where there was no device to send to
    recipient_id    text        NOT NULL,
    category        text        NOT NULL,
    state           text        NOT NULL,
    attempts        int         NOT NULL,
    error_code      text,
    provider_id     text,
    claimed_at      timestamptz NOT NULL, -- by the latest attempt
    settled_at      timestamptz,
    PRIMARY KEY (notification_id, channel, token_hash)
);
CREATE INDEX deliveries_age ON deliveries USING brin (claimed_at);
