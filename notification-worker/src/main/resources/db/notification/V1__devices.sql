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

-- What can be sent to, on every channel.
CREATE VIEW addresses (user_id, channel, address_hash, address, platform) AS
SELECT user_id, 'fcm', token_hash, token, platform FROM devices;
